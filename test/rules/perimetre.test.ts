import assert from 'node:assert/strict';
import { locatedFixes } from '../../server/src/analysis/located';
import { applyEdits } from '../../server/src/syntax/edits';
import { fixtureCasesOf, readFixture } from '../support/fixture';
import { analyseSideBySide } from '../support/side-by-side';

/** The findings of a solde beside its avance, and its text once the first fix of `code` is applied. */
const soldeOf = (code: string, name: string, written?: string) => {
  const { files = [] } = fixtureCasesOf(code).find((one) => one.name === name) ?? {};
  const [avance, solde] = files.map((path) => ({
    ...readFixture(path),
    settings: { 'balise-incertaine': 'off' as const },
  }));
  assert.ok(avance && solde);
  const [analysis] = analyseSideBySide([written === undefined ? solde : { ...solde, text: written }, avance]);
  assert.ok(analysis);
  const [fix] = analysis.findings.filter(({ finding }) => finding.code === code).flatMap(locatedFixes);
  return {
    codes: analysis.findings.map(({ finding }) => finding.code),
    mended: fix && applyEdits(analysis.text, fix.edits),
  };
};

describe('beneficiaries between avance and solde', () => {
  for (const [id, code, name] of [
    ['A03', 'beneficiaire-ajoute', 'un-ajoute'],
    ['A04', 'beneficiaire-remplace', 'un-remplace'],
  ] as const) {
    it(`${id} ${code}: the fix removes its finding and adds none`, () => {
      const { codes, mended } = soldeOf(code, name);
      assert.deepEqual(codes, [code]);
      assert.ok(mended);
      assert.deepEqual(soldeOf(code, name, mended).codes, []);
    });
  }

  it('A02 A03 A04 says nothing beside an avance of another reference, nor of a number that is none', () => {
    for (const [from, to] of [
      ['REF-0001', 'REF-0009'],
      ['870000064', '87000006'],
    ] as const) {
      const { codes } = soldeOf('beneficiaire-ajoute', 'un-ajoute');
      assert.ok(codes.includes('beneficiaire-ajoute'));
      const { files = [] } =
        fixtureCasesOf('beneficiaire-ajoute').find(({ name }) => name === 'un-ajoute') ?? {};
      const text = readFixture(files[1] ?? '')
        .text.toString()
        .replace(from, to);
      const after = soldeOf('beneficiaire-ajoute', 'un-ajoute', text).codes;
      assert.deepEqual(
        after.filter((code) => code.startsWith('beneficiaire-')),
        [],
      );
    }
  });
});
