import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import type { AnalysisInput } from '../../server/src/analysis/analysis-input';
import { codeLensesOf } from '../../server/src/features/code-lenses';
import { diagnosticsOf } from '../../server/src/features/diagnostics';
import { rangeOf } from '../../server/src/features/document';
import { hoverAt } from '../../server/src/features/hover';
import { inlayHintsIn } from '../../server/src/features/inlay-hints';
import type { Langue } from '../../server/src/messages/catalogue';
import { regulationWith } from '../../server/src/regulation/regulation';
import { baseOf } from '../support/base';
import { checkedText } from '../support/checked';
import { validFileOf } from '../support/valid-files';

const base = baseOf('hopitaux.json');
const DPI = validFileOf('HOP-DPI-Va2');
const plainBlanks = (text: string): string => text.replaceAll('\u00A0', ' ');

/** The cards where `found` first stands, without the tag's own. */
function cardsOn(
  text: string,
  found: string,
  options: Partial<AnalysisInput> & { langue?: Langue } = { base },
): string[] {
  const checked = checkedText(text, options);
  const hover = hoverAt(checked, checked.document.positionAt(text.indexOf(found) + 1));
  assert.ok(hover && MarkupContent.is(hover.contents), found);
  return plainBlanks(hover.contents.value).split('\n\n---\n\n').slice(1);
}

function hintsIn(text: string, options: Partial<AnalysisInput> = { base }): string[] {
  const checked = checkedText(text, options);
  const whole = { start: { line: 0, character: 0 }, end: { line: checked.document.lineCount, character: 0 } };
  return inlayHintsIn(checked, whole).map(({ label, position }) => {
    assert.ok(typeof label === 'string');
    const line = { start: { line: position.line, character: 0 }, end: position };
    return `${checked.document.getText(line).trim()} → ${plainBlanks(label)}`;
  });
}

describe('what the base says of a FINESS', () => {
  it('I07 hover: name, category, nature, the other number, ceilings and the row, on the value and on the key', () => {
    const expected = [
      '**Centre hospitalier de Limoges (fictif)**',
      [
        '- Catégorie : Établissement public de santé',
        '- FINESS juridique',
        '- FINESS lié : `870000072`',
        '- Activité combinée : 12000',
        '- Plafond HOP-DPI-Va2, VAGUE\\_2 : 900,00 € HT, 1 080,00 € TTC',
        '- Plafond HOP-DPI-Va2, VAGUE\\_1\\_ET\\_2 : 1 500,00 € HT, 1 800,00 € TTC',
        '- Plafond HOP-PFI-Va2, VAGUE\\_2 : 5 000,00 € HT',
      ].join('\n'),
      '*ligne 2 de `base.xlsx`*',
    ].join('\n\n');
    assert.deepEqual(cardsOn(DPI, '"870000064"'), [expected]);
    assert.deepEqual(cardsOn(DPI, '"FINESSPMSI"'), [expected]);
    assert.deepEqual(cardsOn(DPI, '"sirenClient"'), []);
  });

  it('I07 hover: says that a number cannot be found; nothing without a base, nor of what is no number', () => {
    const absent = DPI.replace('870000064', '010780914');
    assert.deepEqual(cardsOn(absent, '"010780914"'), [
      'Le FINESS `010780914` est introuvable dans la base des établissements éligibles (`base.xlsx`).',
    ]);
    assert.match(cardsOn(absent, '"010780914"', { base, langue: 'en' })[0] ?? '', /cannot be found/);
    assert.deepEqual(cardsOn(DPI, '"870000064"', {}), []);
    assert.deepEqual(cardsOn(DPI.replace('870000064', '12'), '"FINESSPMSI"'), []);
  });

  it('a name of the base cannot become a link or a picture', () => {
    const nasty = baseOf([{ finess: '870000064', raisonSociale: '![x](http://a.example/b.png)' }]);
    assert.ok(!(cardsOn(DPI, '"870000064"', { base: nasty })[0] ?? '').includes('!['));
  });

  it('M01 hints: the name behind each FINESS, with the ceiling for what is asked', () => {
    const [name, , paid] = hintsIn(DPI);
    assert.equal(
      name,
      '"FINESSPMSI": "870000064" → plafond 900,00 € HT · Centre hospitalier de Limoges (fictif)',
    );
    assert.match(paid ?? '', /avance 480,00 €/);
    assert.match(hintsIn(DPI.replace('"VAGUE_2"', '"VAGUE_1_ET_2"'))[0] ?? '', /1 500,00 € HT · /);
    assert.match(hintsIn(DPI.replace('870000064', '990000218'))[0] ?? '', /Saint-Léonard \(fictif\)$/);
    assert.equal(hintsIn(DPI.replace('870000064', '010780914')).length, 2);
    assert.equal(hintsIn(DPI, {}).length, 2);
  });

  it('M01 lens and computation use the ceiling, with the row it comes from', () => {
    const [lens] = codeLensesOf(checkedText(DPI, { base }));
    assert.match(plainBlanks(lens?.command?.title ?? ''), /plafond 900,00 € HT/);
    const [told = ''] = cardsOn(DPI, '"montantHT"');
    assert.match(told, /- Plafond : 900,00 € HT \(ligne 2 de `base\.xlsx`, S0, confirmé\)/);
    assert.match(told, /- et 1 080,00 € TTC, publié avec lui/);
    assert.match(told, /= -100,00 € : la commande dépasse le plafond/);
    const both = DPI.replace(/(\{[^{}]*"870000064"[^{}]*\})/, (one: string) =>
      [one, one.replace('870000064', '990000127')].join(', '),
    );
    assert.match(cardsOn(both, '"montantHT"')[0] ?? '', /2 900,00 € HT, somme de 2 établissements/);
  });

  it("M02 the computation tells what the user's own scale would give", () => {
    const regulation = regulationWith({
      baremes: [
        {
          id: 'HOP-DPI-Va2.bareme-calcul.vague-2',
          value: {
            type: 'affine-par-tranches',
            variable: 'activite-combinee-2022',
            taxe: 'HT',
            tranches: [{ aPartirDe: '0', fixe: '100.00', parUnite: '0.10' }],
          },
          source: ['mon barème'],
          status: 'confirmé',
        },
      ],
    });
    assert.match(
      cardsOn(DPI, '"montantHT"', { base, regulation })[0] ?? '',
      /Votre barème donnerait 1 300,00 € HT, soit -400,00 € d'écart : le montant de la base l'emporte \(`mon barème`/,
    );
  });
});

describe('the other place of a diagnostic', () => {
  it('U01 the first request of a beneficiary is pointed at, for a client that shows it', () => {
    const text = validFileOf('HOP-DPI-Va2', 2).replace(/"FINESSPMSI": "\d+"/g, '"FINESSPMSI": "870000064"');
    const checked = checkedText(text, { settings: { 'balise-incertaine': 'off' } });
    const options = { pages: undefined, without: new Set<string>() };
    const [shown] = diagnosticsOf(checked, {
      ...options,
      locate: (uri, span) => ({ uri, range: rangeOf(checked.document, span) }),
    });
    const [place, ...others] = shown?.relatedInformation ?? [];
    assert.deepEqual(others, []);
    assert.equal(place?.message, 'Première demande de ce bénéficiaire : REF-0001');
    assert.equal(place.location.uri, checked.document.uri);
    assert.equal(checked.document.offsetAt(place.location.range.start), text.indexOf('"870000064"'));
    const [silent] = diagnosticsOf(checked, options);
    assert.equal(silent?.relatedInformation, undefined);
  });
});
