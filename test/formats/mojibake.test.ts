import assert from 'node:assert/strict';
import { isLossy, unspoil } from '../../server/src/formats/mojibake';

/** UTF-8 bytes read as Windows-1252: what a wrong reading of `text` shows. */
function spoil(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

describe('J12 text read in a wrong encoding', () => {
  const FRENCH = 'àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…€°²';

  it('every letter and sign of French is read again', () => {
    for (const char of FRENCH) assert.equal(unspoil(`a${spoil(char)}b`), `a${char}b`, char);
    assert.equal(
      unspoil(spoil('Dr Éloïse Lefèvre, hôpital « Cœur d’Île »')),
      'Dr Éloïse Lefèvre, hôpital « Cœur d’Île »',
    );
  });

  it('a right text is left alone, capitals before quotes included', () => {
    const right = [
      'É',
      'SANTÉ\u00A0»',
      'L’ÉTÉ…',
      'CHÂTEAU',
      'ÂGE',
      'SEÑOR',
      'Ångström',
      'naïve',
      FRENCH,
      'ASCII only',
    ];
    for (const text of right) assert.equal(unspoil(text), undefined, text);
  });

  it('a lost character may stand for any letter beyond ASCII, and only for one', () => {
    assert.ok(isLossy('nomRepr\uFFFDsentant', 'nomReprésentant'));
    assert.ok(!isLossy('nomRepr\uFFFDsentant', 'nomRepresentant'));
    assert.ok(!isLossy('nomReprésentant', 'nomReprésentant'));
    assert.ok(!isLossy('(\uFFFD', 'nom'));
  });
});
