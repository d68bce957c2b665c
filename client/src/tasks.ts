import * as vscode from 'vscode';
import { langue, words } from './words';

/** As in `taskDefinitions` of the manifest. */
const TYPE = 'segur';

/** What a task of ours is told, in `tasks.json` or by us. */
interface Demanded {
  /** Files, folders or patterns, from the folder of the task. */
  readonly chemins: readonly string[];
  /** Again at each change. */
  readonly suivi: boolean;
}

/**
 * Offers, for each folder of the workspace, the command line that the extension brings: checked once, or at each change.
 * Nothing is offered before the user trusts the folders, and nothing runs by itself.
 */
export function offerTasks(extension: vscode.ExtensionContext): vscode.Disposable {
  const program = extension.asAbsolutePath('dist/cli.js');
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      trustedFolders().flatMap((folder) =>
        [false, true].map((suivi) => taskOf({ type: TYPE, suivi }, folder, program)),
      ),
    resolveTask: ({ definition, scope }) => {
      const folder = trustedFolders().find((one) => one === scope) ?? trustedFolders()[0];
      return folder && taskOf(definition, folder, program);
    },
  });
}

/** Those that a process can be started in. */
function trustedFolders(): readonly vscode.WorkspaceFolder[] {
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  return folders.filter(({ uri }) => uri.scheme === 'file');
}

function taskOf(
  definition: vscode.TaskDefinition,
  folder: vscode.WorkspaceFolder,
  program: string,
): vscode.Task {
  const { chemins, suivi } = demandedBy(definition);
  const args = [
    program,
    'check',
    '--format',
    'unix',
    '--lang',
    langue(),
    ...(suivi ? ['--watch'] : []),
    ...chemins,
  ];
  // The program of VS Code itself runs as node: none has to be installed.
  const execution = new vscode.ProcessExecution(process.execPath, args, {
    cwd: folder.uri.fsPath,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const name = words(suivi ? 'tache.suivre' : 'tache.verifier');
  const matcher = suivi ? '$segur-sons-watch' : '$segur-sons';
  const task = new vscode.Task(definition, folder, name, 'Ségur', execution, matcher);
  task.isBackground = suivi;
  return task;
}

/** What somebody wrote in `tasks.json` may have any form. A path is never taken for an option. */
function demandedBy({ chemins, suivi }: vscode.TaskDefinition): Demanded {
  const written: readonly unknown[] = Array.isArray(chemins) ? chemins : [];
  const paths = written.filter((path) => typeof path === 'string');
  return {
    chemins: paths.length === 0 ? ['.'] : paths.map((path) => (path.startsWith('-') ? `./${path}` : path)),
    suivi: suivi === true,
  };
}
