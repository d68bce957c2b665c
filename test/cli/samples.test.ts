import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { runCli, type JsonFinding } from '../support/cli';

/** The day for which the page speaks. */
const NOW = ['--now', '2026-03-05'];
/** Said of every file of some SONS, right or wrong. */
const CLOSED = 'guichet-ferme';

/** The right files, and the codes that the page tells under the heading of each wrong one. */
function toldByThePage(): {
  right: string[];
  wrong: Map<string, Set<string>>;
  unchecked: string[];
  closed: string[];
} {
  const [head = '', ...chapters] = readFileSync('samples/LISEZMOI.md', 'utf8').split(/^## /m);
  assert.match(head, /fictif/);
  const chapter = (title: string): string => chapters.find((text) => text.startsWith(title)) ?? '';
  const codes = (text: string): Set<string> =>
    new Set(
      [...text.matchAll(/\(((?:`[a-z-]+`(?:, )?)+)\)/g)].flatMap(
        ([, list = '']) => list.match(/[a-z-]+/g) ?? [],
      ),
    );
  const sections = (chapter('À corriger') + chapter('Fichiers abîmés')).split(/^### `/m).slice(1);
  return {
    right: [...chapter('Sans erreur').matchAll(/^\| `([^`]+)`/gm)].map(([, file = '']) => file),
    wrong: new Map(sections.map((text) => [text.slice(0, text.indexOf('`')), codes(text)])),
    closed:
      /guichet des avances est fermé pour ([^:]*) :/
        .exec(head + chapter('Sans erreur'))?.[1]
        ?.match(/[\w-]+-Va\d/g) ?? [],
    unchecked: [...chapter('Non vérifiés').matchAll(/^\* `([^`]+)`/gm)].map(([, file = '']) => file),
  };
}

describe('samples', () => {
  const { right, wrong, unchecked, closed } = toldByThePage();
  const found = new Map<string, JsonFinding[]>();
  let recognised: string[] = [];

  before(async () => {
    const { out } = await runCli(['check', ...NOW, '--format', 'json', 'samples']);
    for (const finding of JSON.parse(out) as JsonFinding[]) {
      const file = relative('samples', finding.file);
      found.set(file, [...(found.get(file) ?? []), finding]);
    }
    const pretty = await runCli(['check', ...NOW, 'samples']);
    recognised = [
      ...pretty.out.matchAll(/^samples\/(\S+\.json) (?:\S+\.(?:avance|solde)|candidature)$/gm),
    ].map(([, file = '']) => file);
  });

  it('the page tells every file, and no other', () => {
    assert.deepEqual([...right, ...wrong.keys()].sort(), recognised.sort());
  });

  for (const file of right) {
    it(`${file} has neither errors nor warnings`, () => {
      const grave = (found.get(file) ?? []).filter(
        ({ code, severity }) => (severity === 'error' || severity === 'warning') && code !== CLOSED,
      );
      // Its request is right; the candidature beside it is an example of one under way, without a pilot yet.
      const besides = file.endsWith('db-correct.solde.json') ? ['solde-avant-pilotes'] : [];
      assert.deepEqual(
        grave.map(({ code }) => code),
        besides,
      );
    });
  }

  for (const [file, codes] of wrong) {
    it(`${file} has exactly the slips that the page explains`, () => {
      const told = (found.get(file) ?? []).filter(
        ({ code, severity }) => severity !== 'information' && code !== CLOSED,
      );
      assert.deepEqual(new Set(told.map(({ code }) => code)), codes);
      assert.ok(codes.size > 0);
    });
  }

  it('D01 the files whose desk is closed are those of the SONS that the page names', () => {
    const warned = [...found].filter(([, findings]) =>
      findings.some(({ code, severity }) => code === CLOSED && severity === 'warning'),
    );
    const sons = warned.map(
      ([file]) => /"sons": "([^"]+)"/.exec(readFileSync(`samples/${file}`, 'latin1'))?.[1],
    );
    assert.deepEqual([...new Set(sons)].sort(), closed.sort());
    assert.equal(closed.length, 2);
  });

  it('a request that the page calls right is OK', async () => {
    const page = readFileSync('samples/LISEZMOI.md', 'utf8');
    const { out } = await runCli(['check', ...NOW, 'samples']);
    const called = [...page.matchAll(/([A-Z]+-\d+-\d+) est bonne/g)].map(([, reference = '']) => reference);
    assert.equal(called.length, 3);
    const ko = [...out.matchAll(/KO \((.+)\)$/gm)].map(([, references = '']) => references).join(', ');
    for (const reference of called) assert.ok(!ko.includes(reference), reference);
  });

  it('those that are not checked are named', async () => {
    assert.equal(unchecked.length, 1);
    const { out } = await runCli(['check', ...unchecked.map((file) => `samples/${file}`)]);
    for (const file of unchecked) assert.match(out, new RegExp(`Non vérifié : samples/${file} \\(`));
  });

  it('nobody real is in them: telephones and addresses are of the ranges reserved for fiction', () => {
    for (const file of recognised) {
      const text = readFileSync(`samples/${file}`, 'latin1');
      for (const [, phone = ''] of text.matchAll(/"[a-zA-Z]*elephone[a-zA-Z]*": "([^"]+)"/g)) {
        const national = phone.replace(/\s/g, '').replace(/^(?:\+33|0033)/, '0');
        assert.match(national, /^(?:019900|026191|035301|046571|053649|063998)\d{4}$/, `${file}: ${phone}`);
      }
      for (const [address] of text.matchAll(/[^\s"]+@[^\s";]+/g)) {
        assert.match(address, /@example(?:\.org)?$/);
      }
    }
  });
});
