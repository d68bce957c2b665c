import assert from 'node:assert/strict';
import { translate } from '../../server/src/messages/catalogue';
import { sayItInPseudo, unsaid } from '../support/pseudo';
import { pseudoSentence } from '../support/pseudo-sentence.mjs';

describe('the language of the tests', () => {
  it('marks a sentence, makes it 40 % longer and leaves its places', () => {
    const sentence = 'La commande, {ht} HT, dépasse le plafond de {plafond}.';
    const said = pseudoSentence(sentence);
    assert.match(said, /^⟦.*\{ht\}.*\{plafond\}.*⟧$/);
    assert.equal(
      said.length - 2,
      Math.ceil(sentence.length + 0.4 * 'La commande,  HT, dépasse le plafond de .'.length),
    );
    assert.ok(pseudoSentence('OK').length > 3);
  });

  it('tells a word put in by code from those of the catalogue and of the file', () => {
    const said = pseudoSentence('Le fichier {fichier}, {quoi}').replace('{fichier}', 'mars.json');
    assert.deepEqual(unsaid([said.replace('{quoi}', 'not found')], ['mars.json']), ['not', 'found']);
    assert.deepEqual(unsaid([said.replace('{quoi}', '358,33 € TTC')], ['mars.json']), []);
  });

  describe('while it is spoken', () => {
    sayItInPseudo();
    it('is that of the catalogue, in both languages', () => {
      for (const langue of ['fr', 'en'] as const) {
        assert.match(translate(langue, 'plan.ko'), /^⟦Ķ[^A-Za-z]*⟧$/);
      }
    });
  });

  it('is that of the tests only: afterwards the catalogue says what it said', () => {
    assert.equal(translate('fr', 'plan.ko'), 'KO');
  });
});
