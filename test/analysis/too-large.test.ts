import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
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

  it('a file of too many requests is read from its beginning, then says where reading stopped', () => {
    const text = validFileOf('MDV-LGC-Va2', 12_000).replace('"12/09/2025"', '"2025-09-12"');
    const { dossier, findings } = analyse({ name: NAME, text });
    const keys = findings.map(({ finding }) => finding.message.key);
    assert.deepEqual(keys, ['regle.date-format.message', 'regle.trop-de-demandes.message', TOO_LARGE]);
    const last = findings.at(-1);
    assert.equal(last?.demande, (dossier?.demandes.length ?? 0) - 1);
    assert.ok((dossier?.demandes.length ?? 0) > 2000);
  });

  it('one request beyond measure does not hide those behind it', () => {
    const text = validFileOf('MDV-LGC-Va2', 3)
      .replace('"REF-0002"', `[${'1,'.repeat(150_000)}1]`)
      .replace(/("12\/09\/2025")(?![^]*"12\/09\/2025")/, '"2025-09-12"');
    assert.deepEqual(keysOf(text), [TOO_LARGE, 'regle.date-format.message']);
  });

  it('what was cut short is not remembered: once the file is small enough, everything is read', () => {
    const large = validFileOf('MDV-LGC-Va2', 12_000);
    const { memo, dossier } = analyse({ name: NAME, text: large });
    const last = dossier?.demandes.at(-1);
    assert.ok(last);
    const stopped = large.slice(last.start, last.end);
    const small = validFileOf('MDV-LGC-Va2', 1).replace(
      /\{\s+"referenceDemande"[^]*?\n {4}\}/,
      () => stopped,
    );
    assert.ok(small.includes(stopped));
    assert.deepEqual(analyse({ name: NAME, text: small }, memo).findings, []);
  });
});
