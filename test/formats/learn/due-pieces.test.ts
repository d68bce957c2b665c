import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/analysis/analyse';
import type { ModelChoices } from '../../../server/src/formats/learn/model-schema';
import { FormatRegistry } from '../../../server/src/formats/registry';
import { learntFormat } from '../../support/learnt';

const AVANCE: ModelChoices = { sons: 'MDV-LGC-Va2', etape: 'avance' };

/** A model whose list of attachments lies in a block; `types` are those that it shows. */
function modelWith(...types: readonly string[]): string {
  const fichiers = types.map((type) => ({ typePiece: type, nomFichier: `${type.toLowerCase()}.pdf` }));
  return JSON.stringify({
    lot: [{ siren: '268708518', montantHT: 1, annexes: { piecesJustificatives: fichiers } }],
    auteur: null,
  });
}

/** The types that are said to be missing in `text`, by a workspace that learnt `model`. */
function missingIn(text: string, model: string, choices: ModelChoices = AVANCE): unknown[] {
  const format = learntFormat([{ name: 'm.json', text: model }], choices);
  const registry = new FormatRegistry([format]);
  return analyse({ name: 'a.json', text, choice: format.id, registry })
    .findings.filter(({ finding }) => finding.code === 'piece-manquante')
    .map(({ finding }) => finding.facts.types);
}

describe('P03 attachments that a learnt model asks for', () => {
  it('are those of ours that the examples show, in the words of the model', () => {
    const model = modelWith('Bon de commande', 'AUTRE');
    assert.deepEqual(missingIn(model, model), []);
    assert.deepEqual(missingIn(modelWith(), model), ['Bon de commande']);
  });

  it('stay open where the examples show none, or other words', () => {
    for (const model of [modelWith('BDC'), modelWith('FACTURE')]) {
      assert.deepEqual(missingIn(modelWith(), model), [], model);
    }
  });

  it('are those of the step and of the wave', () => {
    const model = modelWith('FACTURE', 'MISE_EN_ORDRE_DE_MARCHE');
    const solde = { etape: 'solde' } as const;
    assert.deepEqual(missingIn(modelWith(), model, { sons: 'MDV-LGC-Va2', ...solde }), ['FACTURE']);
    assert.deepEqual(missingIn(modelWith(), model, { sons: 'MDV-LGC-Va1', ...solde }), [
      'FACTURE',
      'MISE_EN_ORDRE_DE_MARCHE',
    ]);
  });
});
