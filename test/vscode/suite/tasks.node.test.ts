// A task starts the program of the command line: there is none in a browser.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inFolder, write } from './in-folder';
import { WITH_SLIPS } from './texts';
import { until } from './until';

/** The first of the folder: VS Code tells what it read of a file when the next one begins. */
const FOLDER = '0-taches';
const file = inFolder(FOLDER, 'mars.avance.json');

const SLIPS = ['litteral-invalide', 'virgule-decimale'];

const ours = (): Thenable<vscode.Task[]> => vscode.tasks.fetchTasks({ type: 'segur' });

/** What the matcher of a task put among the problems of a file that is not open. */
const problems = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(file);

/** False where VS Code cannot start any program in a terminal. */
async function startsTerminals(): Promise<boolean> {
  const terminal = vscode.window.createTerminal('essai');
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, 15_000));
  const pid = await Promise.race([terminal.processId, late]);
  terminal.dispose();
  return pid !== undefined;
}

suite('tasks of the command line', () => {
  const setting = (value: boolean | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('segur')
      .update('dossierEntier', value, vscode.ConfigurationTarget.Workspace);
  suiteSetup(async () => {
    // The extension says by itself what closed files hold: here the task is to say it.
    await setting(false);
    await write(file, WITH_SLIPS);
  });
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(inFolder(FOLDER), { recursive: true });
    await setting(undefined);
  });

  test('two are offered for the folder, and none of them runs by itself', async () => {
    const tasks = await ours();
    assert.deepEqual(
      tasks.map(({ name, definition, isBackground }): unknown[] => [name, definition.suivi, isBackground]),
      [
        ['vérifier les demandes du dossier', false, false],
        ['vérifier les demandes à chaque modification', true, true],
      ],
    );
    const running = vscode.tasks.taskExecutions.map(({ task }) => task.definition.type);
    assert.ok(!running.includes('segur'));
    assert.deepEqual(problems(), []);
  });

  test('the first checks the folder with the program of the extension, and fills the view of problems', async function () {
    // The build of the oldest VS Code that we try has no native module for terminals.
    if (!(await startsTerminals())) this.skip();
    const [task] = await ours();
    assert.ok(task);
    const ended = new Promise<number | undefined>((resolve) => {
      const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.definition.type !== 'segur') return;
        listening.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    assert.equal(await ended, 1);
    const found = await until('the two slips of a closed file', () => {
      const all = problems();
      const codes = all.map(({ code }) => code);
      if (SLIPS.every((slip) => codes.includes(slip))) return all;
      throw new Error(JSON.stringify(codes));
    });
    assert.deepEqual([...new Set(found.map(({ source }) => source))], ['segur']);
  });

  test('one of tasks.json says which files', async () => {
    const configuration = vscode.workspace.getConfiguration('tasks');
    const own = { type: 'segur', label: 'la mienne', chemins: [`${FOLDER}/*.avance.json`] };
    await configuration.update('tasks', [own], vscode.ConfigurationTarget.Workspace);
    await configuration.update('version', '2.0.0', vscode.ConfigurationTarget.Workspace);
    try {
      const task = await until('the task of tasks.json', async () => {
        const found = (await vscode.tasks.fetchTasks()).find(({ name }) => name === 'la mienne');
        if (!found) throw new Error('not there');
        return found;
      });
      assert.deepEqual(task.definition.chemins, own.chemins);
    } finally {
      await configuration.update('tasks', undefined, vscode.ConfigurationTarget.Workspace);
      await configuration.update('version', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
