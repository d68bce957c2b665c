import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupContent } from 'vscode-languageserver-types';
import { analyse } from '../../server/src/analysis/analyse';
import { hoverAt } from '../../server/src/features/hover';
import type { Fusions } from '../../server/src/dossier/fusions';
import { baseOf } from '../support/base';
import { mergers, ROOT } from '../support/fixture';
import { validFileOf } from '../support/valid-files';

const [A, B, C] = ['870000064', '990000127', '990000507'];
const MERGER = { type: 'FUSION_ACQUISITION', moment: 'AVANT_AVANCE', dateDeclaration: '12/01/2026' };
const acquisition = { ...MERGER, FINESSA: A, FINESSB: B, FINESSC: C };
const absorption = { ...MERGER, type: 'FUSION_ABSORPTION', FINESSA: A, FINESSB: B };

function linesOn(text: string, found: string, fusions: Fusions, name = 'a.avance.json'): string[] {
  const analysis = analyse({ name, text, fusions, base: baseOf('hopitaux.json') });
  const document = TextDocument.create(`file:///depot/${name}`, 'json', 1, text);
  const hover = hoverAt({ document, analysis, langue: 'fr' }, document.positionAt(text.indexOf(found) + 1));
  assert.ok(hover && MarkupContent.is(hover.contents));
  const cards = hover.contents.value.split('\n\n---\n\n').filter((card) => card.startsWith('**Fusion'));
  return cards.flatMap((card) => card.split('\n')).filter((line) => line !== '');
}

function onRequest(finess: string, merger: unknown): string[] {
  const text = validFileOf('HOP-DPI-Va2').replace(/("FINESSPMSI": )"\w+"/, `$1"${finess}"`);
  return linesOn(text, `"${finess}"`, mergers([merger]));
}

describe('hover on a FINESS of a merger', () => {
  it('A07 before the avance: what goes into the JSON, onto the order and into the VA, with the source', () => {
    assert.deepEqual(onRequest(A, acquisition), [
      `**Fusion-acquisition : \`${A}\` et \`${B}\` deviennent \`${C}\`**`,
      '- Déclarée dans SEGURNUM (S2, confirmé)',
      `- JSON de l'avance et du solde : \`${A}\` (S2, confirmé)`,
      `- Bon de commande : FINESS \`${A}\`, signé par \`${C}\`, avec mention de \`${A}\`, \`${C}\``,
      `- Vérification d'aptitude : signée par \`${C}\`, avec mention de \`${A}\`, \`${C}\``,
      `- Plafond : la somme de ceux de \`${A}\` et de \`${B}\`, une fois la fusion déclarée (S2, confirmé)`,
    ]);
    const [, , json, signs] = onRequest(C, acquisition);
    assert.match(json ?? '', /non pas `990000507`, mais `870000064` dans une demande/);
    assert.match(signs ?? '', /signe les deux bons de commande/);
  });

  it('A07 an absorption: B keeps its number, A signs', () => {
    const [title, , json, order, va] = onRequest(B, absorption);
    assert.equal(title, `**Fusion-absorption : \`${A}\` absorbe \`${B}\`**`);
    assert.match(json ?? '', new RegExp(`solde : \`${B}\``));
    assert.match(
      order ?? '',
      new RegExp(`FINESS \`${B}\`, signé par \`${A}\`, avec mention de \`${A}\`, \`${B}\``),
    );
    assert.match(va ?? '', new RegExp(`signée par \`${A}\``));
    assert.match(
      onRequest(A, absorption)[3] ?? '',
      new RegExp(`signé par \`${A}\`, avec mention de \`${A}\`$`),
    );
  });

  it('A07 after the avance: the historical numbers, and what the deck does not legibly say', () => {
    for (const merger of [acquisition, absorption]) {
      const lines = onRequest(A, { ...merger, moment: 'APRES_AVANCE' }).join('\n');
      assert.match(lines, /JSON du solde : les FINESS historiques/);
      assert.match(lines, /preuve du changement à la fin de la facture/);
      assert.match(lines, /Plafond .*\(S2, à confirmer\)/);
    }
  });

  it('A07 asks for the moment and the declaration where nobody told them', () => {
    const lines = onRequest(A, { type: 'FUSION_ABSORPTION', FINESSA: A, FINESSB: B }).join('\n');
    assert.match(lines, /Pas encore déclarée/);
    assert.match(lines, /Avant ou après l'avance \?/);
  });

  it('A07 says so in the manifest itself; nothing on a number of no merger, nor for another corridor', () => {
    const manifest = readFileSync(join(ROOT, 'samples/hopital/dpi.candidature.json'), 'utf8');
    const [title] = linesOn(manifest, '"990000010"', [], 'dpi.candidature.json');
    assert.equal(title, '**Fusion-absorption : `990000002` absorbe `990000010`**');
    assert.deepEqual(onRequest('990000515', acquisition), []);
    const ris = validFileOf('IMG-RIS-Va2').replace(/("FINESSGeos": \[\s*)"\w+"/, `$1"${A}"`);
    assert.ok(ris.includes(A));
    assert.deepEqual(linesOn(ris, `"${A}"`, mergers([acquisition])), []);
  });
});
