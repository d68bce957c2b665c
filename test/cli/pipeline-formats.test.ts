import assert from 'node:assert/strict';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 3);
/** Two slips in the second request. */
const WRONG = RIGHT.replace('"REF-0002"', '"REF-0002", "date": 1').replace(
  '"bdc-0002.pdf"',
  '"bdc 0002.pdf"',
);
const NOW = ['--now', '2026-03-05'];

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML to the letter: anything that is not well formed throws. */
function xmlOf(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const at = open.at(-1);
    if (at) at.text += piece;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [document] = root.children;
  assert.ok(document);
  return document;
}

async function told(format: string, folder: string, ...argv: string[]): Promise<string> {
  return (await runCli(['check', '--format', format, ...NOW, ...argv], { folder })).out;
}

async function findingsOf(folder: string, ...argv: string[]): Promise<JsonFinding[]> {
  return JSON.parse(await told('json', folder, ...argv)) as JsonFinding[];
}

describe('command line: formats for pipelines', () => {
  afterEach(removeFolders);

  it('each tells of the samples as many findings as json, and gives the same exit code', async () => {
    const folder = process.cwd();
    const { length } = await findingsOf(folder, 'samples');
    assert.ok(length > 50);
    assert.equal((await told('unix', folder, 'samples')).trimEnd().split('\n').length, length);
    assert.equal((await told('github', folder, 'samples')).trimEnd().split('\n').length, length);
    assert.equal((JSON.parse(await told('gitlab', folder, 'samples')) as unknown[]).length, length);
    for (const format of ['pretty', 'unix', 'json', 'sarif', 'junit', 'github', 'gitlab']) {
      assert.equal((await runCli(['check', '--format', format, ...NOW, 'samples'])).code, 1, format);
    }
  });

  it('with nothing to tell: nothing at all, an empty array, a suite that passes', async () => {
    const folder = folderWith({ 'a.avance.json': RIGHT });
    assert.equal(await told('unix', folder, '.'), '');
    assert.equal(await told('github', folder, '.'), '');
    assert.deepEqual(JSON.parse(await told('gitlab', folder, '.')), []);
    const [suite] = xmlOf(await told('junit', folder, '.')).children;
    assert.equal(suite?.attributes.failures, '0');
    assert.equal(suite.children.length, 4);
  });

  describe('unix', () => {
    it('file:line:column: severity: message [code], the severity a word of the tools', async () => {
      const folder = folderWith({ 'a.avance.json': WRONG });
      const [first] = await findingsOf(folder, '.');
      const [line = ''] = (await told('unix', folder, '.')).split('\n');
      assert.equal(
        line,
        `a.avance.json:${first?.line}:${first?.column}: warning: ${first?.message} [${first?.code}]`,
      );
    });
  });

  describe('junit', () => {
    it('a suite a file, a test a request: those with errors fail, the rest is their output', async () => {
      const text = WRONG.replace('"12/09/2025"', '"2025-09-12"');
      const document = xmlOf(await told('junit', folderWith({ 'a.avance.json': text }), '.'));
      assert.equal(document.name, 'testsuites');
      const [suite, ...others] = document.children;
      assert.equal(others.length, 0);
      assert.deepEqual(
        [suite?.name, { ...suite?.attributes }],
        ['testsuite', { name: 'a.avance.json', tests: '4', failures: '1', errors: '0', skipped: '0' }],
      );
      const tests = suite?.children ?? [];
      assert.deepEqual(
        tests.map(({ name, attributes, children }) => [
          name,
          attributes.name,
          attributes.classname,
          children.map((child) => child.name),
        ]),
        [
          ['testcase', 'Hors des demandes', 'a.avance.json', []],
          ['testcase', 'REF-0001', 'a.avance.json', ['failure']],
          ['testcase', 'REF-0002', 'a.avance.json', ['system-out']],
          ['testcase', 'REF-0003', 'a.avance.json', []],
        ],
      );
      const failure = tests[1]?.children[0];
      assert.equal(failure?.attributes.type, 'date-format');
      assert.match(failure.attributes.message ?? '', /« 2025-09-12 »/);
      assert.match(failure.text, /^a\.avance\.json:\d+:\d+: « 2025-09-12 » .* \[date-format\]$/);
      assert.equal(tests[2]?.children[0]?.text.split('\n').length, 2);
    });

    it('several errors of a request are one failure; requests of one name stay apart', async () => {
      const text = RIGHT.replaceAll(/"REF-000\d"/g, '"REF-0001"')
        .replaceAll('1000.00', '1000,00')
        .replaceAll('"12/09/2025"', '"2025-09-12"');
      const [suite] = xmlOf(await told('junit', folderWith({ 'a.avance.json': text }), '.')).children;
      const tests = suite?.children ?? [];
      assert.deepEqual(
        tests.map(({ attributes }) => attributes.name),
        ['Hors des demandes', 'REF-0001', 'REF-0001 (n° 2)', 'REF-0001 (n° 3)'],
      );
      const failures = tests[2]?.children.filter(({ name }) => name === 'failure') ?? [];
      assert.equal(failures.length, 1);
      assert.equal(failures[0]?.attributes.message, '2 erreurs');
    });

    it('stays well formed whatever a file and its name hold', async () => {
      const hostile = ']]>&<a b=\\"c\\">\\ud800\\u0000\uFFFE\u0001';
      const text = RIGHT.replace('"REF-0001"', `"${hostile}"`).replace('"12/09/2025"', `"${hostile}"`);
      const [suite] = xmlOf(
        await told('junit', folderWith({ 'a&<"\u0001.avance.json': text }), '.'),
      ).children;
      assert.equal(suite?.attributes.name, 'a&<"\uFFFD.avance.json');
      assert.ok(suite.children.some(({ attributes }) => attributes.name?.startsWith(']]>&<a b="c">')));
    });
  });

  describe('github', () => {
    /** As GitHub reads a command back. */
    const COMMAND = /^::(error|warning|notice) ([^:]*)::(.*)$/;
    const unescape = (text: string): string =>
      text
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%25', '%');
    const read = (line: string): { command: string; properties: Record<string, string>; message: string } => {
      const [, command = '', written = '', message = ''] = COMMAND.exec(line) ?? [];
      const properties = written.split(',').map((pair): [string, string] => {
        const [name = '', ...value] = pair.split('=');
        return [name, unescape(value.join('='))];
      });
      return { command, properties: Object.fromEntries(properties), message: unescape(message) };
    };

    it('each finding is a command that reads back as it was', async () => {
      const folder = folderWith({
        'lots: 1, 100%/a.avance.json': WRONG.replace('"REF-0003"', '"%0A::error::"'),
      });
      const findings = await findingsOf(folder, '.');
      assert.ok(findings.length >= 2);
      const lines = (await told('github', folder, '.')).trimEnd().split('\n').map(read);
      assert.deepEqual(
        lines.map(({ properties, message }) => [properties.file, properties.title, message]),
        findings.map(({ code, message }) => ['lots: 1, 100%/a.avance.json', code, message]),
      );
      assert.equal(lines[0]?.command, 'warning');
    });

    it('no text of a file becomes a command of its own', async () => {
      const text = RIGHT.replace('"12/09/2025"', '"12\\n::stop-commands::x\n::add-mask::y"');
      const out = await told('github', folderWith({ 'a.avance.json': text }), '.');
      assert.ok(out.includes('stop-commands'));
      for (const line of out.trimEnd().split('\n')) assert.match(line, /^::(error|warning|notice) file=/);
    });

    it('columns on one line only: GitHub refuses them on several', async () => {
      const text = RIGHT.replace('{', '{ /* écrit\nà la main */');
      const folder = folderWith({ 'a.avance.json': text, 'b.avance.json': WRONG });
      const lines = (await told('github', folder, '.')).trimEnd().split('\n').map(read);
      for (const { properties } of lines) {
        assert.equal(properties.line === properties.endLine, properties.col !== undefined);
      }
      const spans = lines.map(({ properties }) => properties.line === properties.endLine);
      assert.deepEqual([...new Set(spans)].sort(), [false, true]);
    });
  });

  describe('gitlab', () => {
    interface Issue {
      readonly description: string;
      readonly check_name: string;
      readonly fingerprint: string;
      readonly severity: string;
      readonly location: { readonly path: string; readonly lines: { begin: number; end: number } };
    }
    const issuesOf = async (folder: string, ...argv: string[]): Promise<Issue[]> =>
      JSON.parse(await told('gitlab', folder, ...argv)) as Issue[];
    const printsOf = (issues: readonly Issue[]): string[] => issues.map(({ fingerprint }) => fingerprint);

    it('the five members that GitLab asks for, paths from the folder of the run', async () => {
      const folder = folderWith({ 'lots/a.avance.json': WRONG });
      const findings = await findingsOf(folder, './lots');
      const issues = await issuesOf(folder, join(folder, 'lots'));
      assert.deepEqual(
        issues.map(({ fingerprint, ...rest }) => rest),
        findings.map(({ message, code, line, endLine }) => ({
          description: message,
          check_name: code,
          severity: 'minor',
          location: { path: 'lots/a.avance.json', lines: { begin: line, end: endLine } },
        })),
      );
      for (const print of printsOf(issues)) assert.match(print, /^[0-9a-f]{32}$/);
    });

    it('fingerprints are all different, in all the samples', async () => {
      const prints = printsOf(await issuesOf(process.cwd(), 'samples'));
      assert.ok(prints.length > 50);
      assert.equal(new Set(prints).size, prints.length);
    });

    it('fingerprints stay when lines move, requests change places or the language changes', async () => {
      const text = WRONG.replaceAll('1000.00', '1000,00');
      const before = printsOf(await issuesOf(folderWith({ 'a.avance.json': text }), '.'));
      assert.equal(before.length, 5);
      const moved = { 'a.avance.json': `\n\n${text.replaceAll('\n', '\n\n')}` };
      assert.deepEqual(printsOf(await issuesOf(folderWith(moved), '.')), before);
      assert.deepEqual(
        printsOf(await issuesOf(folderWith({ 'a.avance.json': text }), '.', '--lang', 'en')),
        before,
      );
      const list = JSON.parse(WRONG) as { demandes: unknown[] };
      const written = (demandes: unknown[]): string => JSON.stringify({ ...list, demandes }, null, 2);
      const [first, second, third] = list.demandes;
      const inOrder = await issuesOf(folderWith({ 'a.avance.json': written([first, second, third]) }), '.');
      const reversed = await issuesOf(folderWith({ 'a.avance.json': written([third, second]) }), '.');
      const ofSecond = (issues: readonly Issue[]): string[] =>
        printsOf(issues.filter(({ check_name: code }) => code === 'piece-nom-espace'));
      assert.equal(ofSecond(inOrder).length, 1);
      assert.deepEqual(ofSecond(reversed), ofSecond(inOrder));
    });

    it('a fingerprint goes with what was mended, and leaves the others', async () => {
      const text = WRONG.replace('"12/09/2025"', '"2025-09-12"');
      const before = printsOf(await issuesOf(folderWith({ 'a.avance.json': text }), '.'));
      const after = printsOf(await issuesOf(folderWith({ 'a.avance.json': WRONG }), '.'));
      assert.equal(before.length, after.length + 1);
      assert.deepEqual(
        after.filter((print) => !before.includes(print)),
        [],
      );
    });
  });
});
