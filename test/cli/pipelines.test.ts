import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Log } from 'sarif';
import { parse } from 'yaml';
import { folderWith, removeFolders, type Answer } from '../support/cli';
import { sarifFaults } from '../support/sarif-log';
import { shell } from '../support/shell';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const WRONG = RIGHT.replace('"12/09/2025"', '"2025-09-12"');
const FILE = 'mars.avance.json';

/** The blocks of one language in a page, in order. */
function blocks(page: string, language: string): string[] {
  const text = readFileSync(`docs/${page}.md`, 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, code = '']) => code,
  );
}

interface Workflow {
  readonly jobs: { readonly verifier: { readonly steps: { run?: string; uses?: string; with?: object }[] } };
}

interface GitlabCi {
  readonly segur: {
    readonly script: string[];
    readonly artifacts: { readonly reports: { readonly codequality: string; readonly junit: string } };
  };
}

interface PreCommit {
  readonly repos: { readonly hooks: { readonly entry: string; readonly files: string }[] }[];
}

describe('command line: the npm package, in pipelines', function () {
  this.timeout(120_000);
  let tarball: string;
  let project: string;
  /** No network, and nothing kept from before. */
  let offline: Record<string, string>;

  const run = (lines: string, folder = project): Answer => shell(lines, folder, offline);
  const write = (text: string): void => {
    writeFileSync(join(project, FILE), text);
  };

  before(async () => {
    const { npmPackage } = await import('../../scripts/npm-package.mjs');
    const folder = folderWith({});
    tarball = await npmPackage(join(folder, 'npm'));
    offline = { npm_config_offline: 'true', npm_config_cache: join(folder, 'cache'), HOME: folder };
    project = folderWith({ 'package.json': '{ "private": true }', '.gitignore': 'node_modules\n' });
    mkdirSync(join(project, 'outils'));
    copyFileSync(tarball, join(project, 'outils', basename(tarball)));
    const [install = ''] = blocks('integration-continue', 'sh');
    const { code, err } = run(install);
    assert.equal(code, 0, err);
  });
  after(removeFolders);

  it('holds one program, its licences and its pages; asks for no other package', () => {
    const inside = join(project, 'node_modules/segur-sons');
    assert.deepEqual(readdirSync(inside).sort(), [
      'LICENSE',
      'README.md',
      'TIERS.md',
      'cli.js',
      'integration-continue.md',
      'package.json',
    ]);
    const root = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
    const own = JSON.parse(readFileSync(join(inside, 'package.json'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(
      [own.name, own.version, own.dependencies, own.private],
      [root.name, root.version, undefined, undefined],
    );
    const notices = readFileSync(join(inside, 'TIERS.md'), 'utf8');
    for (const name of Object.keys(root.dependencies as object)) {
      // Of the extension alone.
      if (name === 'vscode-languageclient') continue;
      assert.match(notices, new RegExp(`^## ${name} \\d.* \\(\\w+\\)\\n\\n.{3,}`, 'm'));
    }
    assert.deepEqual(
      readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['segur-sons'],
    );
  });

  it('runs by npx: installed, or straight from the tarball', () => {
    write(WRONG);
    const installed = run(`npx segur-sons check --format json ${FILE}`);
    assert.equal(installed.code, 1, installed.err);
    assert.equal((JSON.parse(installed.out) as { code: string }[])[0]?.code, 'date-format');
    const [command = ''] =
      /`(npx --yes [^`]*)`/.exec(readFileSync('docs/ligne-de-commande.md', 'utf8'))?.slice(1) ?? [];
    const elsewhere = folderWith({ [FILE]: RIGHT });
    copyFileSync(tarball, join(elsewhere, basename(tarball)));
    const direct = run(command, elsewhere);
    assert.equal(direct.code, 0, direct.err);
    assert.match(direct.out, /1 fichier vérifié : 2 demandes, 2 OK/);
  });

  it('the page of the command line: what it has typed works', () => {
    const folder = folderWith({ 'package.json': '{ "private": true }' });
    copyFileSync(tarball, join(folder, basename(tarball)));
    const [lines = ''] = blocks('ligne-de-commande', 'sh');
    const { code, out, err } = run(lines, folder);
    assert.equal(code, 0, err);
    assert.match(out, /Utilisation :/);
  });

  it('GitHub Actions: a SARIF log with the findings, then annotations and a failure', () => {
    const workflow = parse(blocks('integration-continue', 'yaml')[0] ?? '') as Workflow;
    const { steps } = workflow.jobs.verifier;
    const [install = '', report = '', verdict = ''] = steps.flatMap((step) => step.run ?? []);
    const { with: upload } = steps.find(({ uses }) => uses?.includes('upload-sarif')) ?? {};
    assert.equal(run(install).code, 0);
    const sarif = (): Log => {
      const { sarif_file: file } = upload as { sarif_file: string };
      return JSON.parse(readFileSync(join(project, file), 'utf8')) as Log;
    };
    write(WRONG);
    assert.equal(run(report).code, 0);
    assert.deepEqual(sarifFaults(sarif()), []);
    assert.deepEqual(
      sarif().runs[0]?.results?.map(({ ruleId }) => ruleId),
      ['date-format'],
    );
    const failed = run(verdict);
    assert.equal(failed.code, 1);
    assert.match(failed.out, /^::error file=mars\.avance\.json,line=\d+,.*title=date-format::/);
    write(RIGHT);
    assert.deepEqual([run(report).code, run(verdict).code], [0, 0]);
    assert.deepEqual(sarif().runs[0]?.results, []);
    assert.notEqual(
      run(report.replace(' . ', ' absent.json ')).code,
      0,
      'a check that cannot run stops the job',
    );
  });

  it('GitLab: both reports are there, and the job fails', () => {
    const { script, artifacts } = (parse(blocks('integration-continue', 'yaml')[1] ?? '') as GitlabCi).segur;
    write(WRONG);
    assert.equal(run(script.join('\n')).code, 1);
    const { codequality, junit } = artifacts.reports;
    const issues = JSON.parse(readFileSync(join(project, codequality), 'utf8')) as { check_name: string }[];
    assert.deepEqual(
      issues.map((issue) => issue.check_name),
      ['date-format'],
    );
    assert.match(readFileSync(join(project, junit), 'utf8'), /failures="1"[^]*<\/testsuites>\n$/);
    write(RIGHT);
    assert.equal(run(script.join('\n')).code, 0);
  });

  describe('git', () => {
    const HOOK = '.githooks/pre-commit';
    const commits = (): number => Number(run('git rev-list --all --count').out);

    before(() => {
      const hook = blocks('integration-continue', 'sh').find((block) => block.startsWith('#!'));
      const activation = /`(git config core\.hooksPath [^`]*)`/.exec(
        readFileSync('docs/integration-continue.md', 'utf8'),
      )?.[1];
      assert.ok(hook && activation);
      mkdirSync(dirname(join(project, HOOK)));
      writeFileSync(join(project, HOOK), hook);
      chmodSync(join(project, HOOK), 0o755);
      const { code, err } = run(
        `git init -q && git config user.name T && git config user.email t@exemple.fr && ${activation}`,
      );
      assert.equal(code, 0, err);
    });

    it('the hook refuses a wrong request, and says why', () => {
      write(WRONG);
      // What a hook says, git sends to the standard error.
      const { code, err } = run(`git add ${FILE} && git commit -qm essai`);
      assert.equal(code, 1);
      assert.match(err, /^mars\.avance\.json MDV-LGC-Va2\.avance\n[^]*\[date-format/);
      assert.equal(commits(), 0);
    });

    it('the hook looks at what is committed, not at what is being written', () => {
      write(RIGHT);
      run(`git add ${FILE}`);
      write(WRONG);
      const { code, out, err } = run('git commit -qm juste');
      assert.equal(code, 0, out + err);
      assert.equal(commits(), 1);
      assert.equal(readFileSync(join(project, FILE), 'utf8'), WRONG);
    });

    it('the hook follows the settings that are committed, and leaves other commits alone', () => {
      writeFileSync(join(project, 'notes.txt'), 'rien');
      const other = run('git add notes.txt && git commit -qm notes');
      assert.deepEqual([other.code, other.out], [0, '']);
      mkdirSync(join(project, '.segur'));
      writeFileSync(join(project, '.segur/segur.json'), `{ "fichiers": { "${FILE}": "ignorer" } }`);
      write(WRONG);
      assert.equal(run(`git add .segur ${FILE} && git commit -qm ignore`).code, 0);
      run('git rm -rqf .segur && git commit -qm net --no-verify');
      assert.ok(!existsSync(join(project, '.segur/segur.json')));
    });

    it('pre-commit: its entry, given the files that it picks', () => {
      const config = parse(blocks('integration-continue', 'yaml')[2] ?? '') as PreCommit;
      const { entry = '', files = '' } = config.repos[0]?.hooks[0] ?? {};
      write(WRONG);
      const picked = readdirSync(project).filter((name) => new RegExp(files).test(name));
      assert.deepEqual(picked, [FILE]);
      assert.equal(run(`${entry} ${picked.join(' ')}`).code, 1);
      write(RIGHT);
      assert.equal(run(`${entry} ${picked.join(' ')}`).code, 0);
    });
  });
});
