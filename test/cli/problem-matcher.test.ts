import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';
import { validFileOf } from '../support/valid-files';

interface Matcher {
  readonly name: string;
  readonly base?: string;
  readonly pattern?: Readonly<Record<string, number>> & { readonly regexp: string };
  readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
}

interface Task {
  readonly command: string;
  readonly problemMatcher: string;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { problemMatchers: readonly Matcher[] };
};
const [once, watching] = manifest.contributes.problemMatchers;
const NOW = ['--now', '2026-03-05'];

/** The tasks of the page, each with what it gives to segur-sons. */
function tasksOfThePage(): { argv: string[]; problemMatcher: string }[] {
  const page = readFileSync('docs/ligne-de-commande.md', 'utf8');
  const [, json = ''] = /^```json\n([^]*?)^```$/m.exec(page) ?? [];
  const { tasks } = JSON.parse(json) as { tasks: Task[] };
  return tasks.map(({ command, problemMatcher }) => {
    assert.match(command, /^npx segur-sons /);
    return { argv: command.split(' ').slice(2), problemMatcher };
  });
}

describe('problem matchers of VS Code', () => {
  afterEach(removeFolders);

  it('read every finding of the samples: file, place, severity, message and rule', async () => {
    assert.ok(once?.pattern);
    const { regexp, file, line, column, severity, message, code } = once.pattern;
    const [task] = tasksOfThePage();
    assert.equal(task?.problemMatcher, `$${once.name}`);
    const argv = task.argv.map((arg) => (arg === '.' ? 'samples' : arg));
    for (const langue of ['fr', 'en']) {
      const { out } = await runCli([...argv, ...NOW, '--lang', langue]);
      const read = out
        .trimEnd()
        .split('\n')
        .map((text) => {
          const groups = new RegExp(regexp).exec(text);
          return [file, line, column, severity, message, code].map((rank) => groups?.[rank ?? 0]);
        });
      const json = await runCli(['check', 'samples', '--format', 'json', ...NOW, '--lang', langue]);
      const findings = JSON.parse(json.out) as JsonFinding[];
      assert.ok(findings.length > 50);
      assert.deepEqual(
        read,
        findings.map((one) => [
          one.file,
          String(one.line),
          String(one.column),
          one.severity.replace(/information|hint/, 'info'),
          one.message,
          one.code,
        ]),
      );
    }
  });

  it('read a message that holds colons and brackets, and a file with a drive', () => {
    const match = new RegExp(once?.pattern?.regexp ?? '').exec(
      'C:\\lots\\a.json:3:4: error: x: [y] : z [date-format]',
    );
    assert.deepEqual(match?.slice(1), ['C:\\lots\\a.json', '3', '4', 'error', 'x: [y] : z', 'date-format']);
  });

  it('know when a watch begins to check again, and when it is done, in both languages', async () => {
    const { beginsPattern = '', endsPattern = '' } = watching?.background ?? {};
    const [, task] = tasksOfThePage();
    assert.deepEqual([watching?.base, task?.problemMatcher], [`$${once?.name}`, `$${watching?.name}`]);
    for (const langue of ['fr', 'en']) {
      const folder = folderWith({ 'a.avance.json': validFileOf('MDV-LGC-Va2', 1) });
      const stopped = Promise.resolve();
      const { err } = await runCli([...(task?.argv ?? []), '--lang', langue], {
        folder,
        stopped: () => stopped,
      });
      const lines = err.trimEnd().split('\n');
      assert.equal(lines.filter((text) => new RegExp(endsPattern).test(text)).length, 1, err);
      const catalogue = JSON.parse(readFileSync(`l10n/${langue}.json`, 'utf8')) as Record<string, string>;
      const begins = (catalogue['cli.watch.modifie'] ?? '').replace('{fichiers}', 'a.avance.json');
      assert.match(begins, new RegExp(beginsPattern));
      assert.doesNotMatch(begins, new RegExp(endsPattern));
    }
  });
});
