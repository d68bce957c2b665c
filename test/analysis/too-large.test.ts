import assert from 'node:assert/strict';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { locatedFixes } from '../../server/src/analysis/located';
import { parseJson } from '../../server/src/syntax/parse';
import { validFileOf } from '../support/valid-files';

const NAME = 'a.avance.json';
const TOO_LARGE = 'regle.json-syntaxe.message.demesure';
const keysOf = (text: string): string[] =>
  analyse({ name: NAME, text }).findings.map(({ finding }) => finding.message.key);

describe('texts far larger than a deposit', () => {
  it('are refused in one sentence, at the place where reading stops', () => {
    for (const text of [
      `[${'1,'.repeat(200_000)}1]`,
      `{${'"a":1,'.repeat(200_000)}"b":1}`,
      `{${'"a" '.repeat(200_000)}}`,
      `{"a":${':'.repeat(200_000)}1}`,
      `[${','.repeat(200_000)}]`,
      '/**/'.repeat(200_000),
    ]) {
      const { root, problems, size } = parseJson(text);
      assert.equal(root, undefined);
      assert.deepEqual(
        problems.map(({ kind }) => kind),
        ['demesure'],
      );
      const [{ start, end } = { start: -1, end: -1 }] = problems;
      assert.ok(start > 0 && end <= text.length && size > 100_000);
    }
  });

  it('the largest deposit that the portal takes is far from the limit: ten times as much is read', () => {
    assert.deepEqual(keysOf(validFileOf('MDV-LGC-Va2', 2000)), ['regle.trop-de-demandes.message']);
  });

  it('a file of far too many requests is read to its end', () => {
    const valid = validFileOf('MDV-LGC-Va2', 4000);
    const at = valid.lastIndexOf('"12/09/2025"');
    const text = `${valid.slice(0, at)}"2025-09-12"${valid.slice(at + '"12/09/2025"'.length)}`;
    const { dossier, findings } = analyse({ name: NAME, text });
    const keys = findings.map(({ finding }) => finding.message.key);
    assert.deepEqual(keys, ['regle.trop-de-demandes.message', 'regle.date-format.message']);
    assert.equal(findings.at(-1)?.demande, 3999);
    assert.equal(dossier?.demandes.length, 4000);
  });

  it('a request of a large file is read again when its tree is asked for, and its findings are mended as before', () => {
    const text = validFileOf('MDV-LGC-Va2', 2500).replaceAll('"12/09/2025"', '"2025-09-12"');
    const { dossier, findings } = analyse({ name: NAME, text });
    const [first, last] = [dossier?.demandes[0], dossier?.demandes.at(-1)];
    assert.ok(first && last);
    assert.equal(first.part.fragment.text, text.slice(first.start, first.end));
    assert.equal(last.part.fragment.text, text.slice(last.start, last.end));
    const dates = findings.filter(({ finding }) => finding.code === 'date-format');
    assert.equal(dates.length, 2500);
    for (const date of [dates[0], dates.at(-1)]) {
      const [fix] = date ? locatedFixes(date) : [];
      assert.deepEqual(
        fix?.edits.map((edit) => edit.text),
        ['"12/09/2025"'],
      );
      assert.equal(text.slice(fix?.edits[0]?.start, fix?.edits[0]?.end), '"2025-09-12"');
    }
  });

  it('a file with more to say than anybody reads says where reading stopped, and is read again once it is mended', () => {
    const many = Array.from({ length: 300 }, () => `[${'vrai,'.repeat(999)}vrai]`);
    const wrong = many.map((list) => `{"referenceDemande": ${list}}`).join(',\n');
    const text = `{"sons": "MDV-LGC-Va2", "demandes": [${wrong}, {"referenceDemande": "FIN"}]}`;
    const { findings, dossier, memo } = analyse({ name: NAME, text });
    assert.ok(findings.some(({ finding }) => finding.message.key === TOO_LARGE));
    assert.ok((dossier?.demandes.length ?? 0) < 300);
    const small = text.replaceAll('vrai,', '');
    const shown = (run: Analysis): unknown => run.findings.map(({ finding, start }) => [finding.code, start]);
    assert.deepEqual(
      shown(analyse({ name: NAME, text: small }, memo)),
      shown(analyse({ name: NAME, text: small })),
    );
    assert.equal(analyse({ name: NAME, text: small }, memo).dossier?.demandes.length, 301);
  });

  it('one request beyond measure does not hide those behind it', () => {
    const text = validFileOf('MDV-LGC-Va2', 3)
      .replace('"REF-0002"', `[${'1,'.repeat(150_000)}1]`)
      .replace(/("12\/09\/2025")(?![^]*"12\/09\/2025")/, '"2025-09-12"');
    assert.deepEqual(keysOf(text), [TOO_LARGE, 'regle.date-format.message']);
  });
});
