import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import { codeLensesOf } from '../../server/src/features/code-lenses';
import type { CheckedDocument } from '../../server/src/features/document';
import { inlayHintsIn } from '../../server/src/features/inlay-hints';
import { regulationWith } from '../../server/src/regulation/regulation';
import type { AnalysisInput } from '../../server/src/analysis/analysis-input';
import { checkedText } from '../support/checked';
import { completeFiles } from '../support/fixture';
import { validFileOf } from '../support/valid-files';

const DOCTORS = validFileOf('MDV-LGC-Va1', 3).replaceAll('350.00', '358.33').replaceAll('420.00', '430.00');

function wholeOf({ document }: CheckedDocument): Range {
  return { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } };
}

/** The hints beside the amounts of a text, each with what stands before it. */
function hintsIn(text: string, range?: Range): { after: string; label: string }[] {
  return allHintsIn(text, { range }).filter(({ after }) => after.includes('montant'));
}

interface Choice extends Partial<AnalysisInput> {
  readonly range?: Range | undefined;
}

function allHintsIn(text: string, { range, ...input }: Choice = {}): { after: string; label: string }[] {
  const checked = checkedText(text, input);
  return inlayHintsIn(checked, range ?? wholeOf(checked)).map(({ position, label }) => {
    const start = { line: position.line, character: 0 };
    assert.ok(typeof label === 'string');
    return {
      after: checked.document.getText({ start, end: position }).trim(),
      label: label.replaceAll('\u00A0', ' '),
    };
  });
}

function lensesOf(text: string): (string | undefined)[] {
  return codeLensesOf(checkedText(text)).map(({ command }) => command?.title.replaceAll('\u00A0', ' '));
}

describe('inlay hints', () => {
  it('M04 one a request, beside the amount that is paid: TTC, or HT when the supplier is not subject to VAT', () => {
    assert.deepEqual(
      hintsIn(DOCTORS),
      Array(3).fill({ after: '"montantTTC": 430.00', label: 'avance 129,00 € · solde 301,00 €' }),
    );
    assert.deepEqual(
      hintsIn(DOCTORS.replace('"assujettiTVA": true', '"assujettiTVA": false')),
      Array(3).fill({ after: '"montantHT": 358.33', label: 'avance 107,50 € · solde 250,83 €' }),
    );
    const [, first] = inlayHintsIn(checkedText(DOCTORS), wholeOf(checkedText(DOCTORS)));
    assert.equal(first?.tooltip, 'Avance 30 %, solde 70 % du montant TTC (S1, W50).');
  });

  it('only what is in sight', () => {
    const { document } = checkedText(DOCTORS);
    const at = document.positionAt(DOCTORS.lastIndexOf('"montantTTC"'));
    assert.equal(
      hintsIn(DOCTORS, { start: { ...at, character: 0 }, end: { line: at.line + 1, character: 0 } }).length,
      1,
    );
    assert.deepEqual(
      hintsIn(DOCTORS, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }),
      [],
    );
    const above = { start: { line: at.line - 1, character: 0 }, end: { line: at.line, character: 0 } };
    assert.deepEqual(hintsIn(DOCTORS, above), [], 'the request is in sight, its amount is not');
  });

  it('nothing where the amount or the VAT is not known', () => {
    assert.equal(hintsIn(DOCTORS.replace('430.00', 'null')).length, 2);
    assert.deepEqual(hintsIn(DOCTORS.replace('"assujettiTVA": true', '"assujettiTVA": null')), []);
    assert.deepEqual(hintsIn('{ "rien": 1 }'), []);
  });

  it('D02 says that payments rest on a share to be confirmed', () => {
    const regulation = regulationWith({
      nombres: [{ id: 'vague-1.part-avance', value: 35, unite: '%', source: ['x'], status: 'à confirmer' }],
    });
    const checked = checkedText(DOCTORS);
    const [, first] = inlayHintsIn(
      { ...checked, analysis: { ...checked.analysis, regulation } },
      wholeOf(checked),
    );
    assert.ok(typeof first?.label === 'string');
    assert.equal(first.label.replaceAll('\u00A0', ' '), 'avance 150,50 € · solde 279,50 € (à confirmer)');
  });

  it('D04 D05 beside the date of an order, how far it is from its bounds, as far as they are known', () => {
    const daysIn = (sons: string, jour: string, complet?: string): string | undefined =>
      allHintsIn(validFileOf(sons).replace(/("dateSignature": )"[^"]*"/, `$1"${jour}"`), {
        dossiersComplets: completeFiles(complet === undefined ? {} : { [sons]: complet }),
      }).find(({ after }) => after.endsWith(`"${jour}"`))?.label;
    assert.equal(daysIn('IMG-DB-Va2', '07/10/2026'), '34 j avant la fin des avances');
    assert.equal(daysIn('IMG-DB-Va2', '10/11/2026'), '0 j avant la fin des avances');
    assert.equal(daysIn('IMG-DB-Va2', '11/11/2026'), '1 j après la fin des avances');
    assert.equal(daysIn('HOP-DPI-Va2', '16/12/2025'), '1 j avant la fin des avances (à confirmer)');
    assert.equal(daysIn('MDV-LGC-Va2', '16/12/2025'), undefined, 'no end is known');
    assert.equal(daysIn('MDV-LGC-Va2', '16/12/2025', '17/12/2025'), '1 j avant le dossier complet');
    // The hour of summer begins and ends in between: days are of the calendar.
    assert.equal(
      daysIn('IMG-DB-Va2', '01/03/2026', '29/06/2026'),
      '254 j avant la fin des avances · 120 j avant le dossier complet',
    );
    assert.equal(daysIn('IMG-DB-Va2', '32/13/2026'), undefined);
  });
});

describe('code lenses', () => {
  it('M03 one a request, on its first line: beneficiary, ceiling, avance, and nothing to click on', () => {
    const lenses = codeLensesOf(checkedText(DOCTORS));
    const { document } = checkedText(DOCTORS);
    assert.equal(lenses.length, 3);
    for (const { range, command } of lenses) {
      assert.equal(document.getText(range), '{');
      assert.equal(command?.command, '');
    }
    assert.equal(lensesOf(DOCTORS)[0], 'Médecin fictif · plafond 358,33 € HT · avance 129,00 €');
  });

  it('M01 says what is unknown', () => {
    assert.deepEqual(lensesOf(validFileOf('HOP-DPI-Va2').replace('1200.00', 'null')), [
      'Structure fictive · plafond inconnu · avance inconnue',
    ]);
    assert.match(lensesOf(DOCTORS.replace('"Médecin fictif"', 'null'))[0] ?? '', /^RPPS 10000001239 · /);
  });

  it('a name stays one short line of text', () => {
    const [title = ''] = lensesOf(DOCTORS.replace('Médecin fictif', `$(bug) a\\n${'b'.repeat(500)}`));
    assert.match(title, /^\$ \(bug\) a b+… · plafond/);
    assert.ok(title.length < 120);
  });
});
