import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { locatedFixes } from '../../server/src/analysis/located';
import { applyEdits } from '../../server/src/syntax/edits';
import { MANIFEST } from '../support/fixture';

/** A manifest with one model document. */
function withModel(document: object): string {
  return JSON.stringify({ sons: 'IMG-RIS-Va2', documentsModeles: [document] });
}

function codesOf(document: object): string[] {
  return analyse({ name: MANIFEST, text: withModel(document) }).findings.map(({ finding }) => finding.code);
}

describe('model documents of a candidature', () => {
  const right = {
    typeModele: 'Modèle de VA IMG - RIS',
    nomFichier: 'modele-va.pdf',
    statut: 'EN_ATTENTE',
    dateDepot: '05/02/2026',
  };

  it('C16 have a type as the portal names it, and one of its three statuses', () => {
    for (const statut of ['EN_ATTENTE', 'VALIDE', 'REJETE', null]) {
      assert.deepEqual(codesOf({ ...right, statut }), []);
    }
    for (const type of ['Modèle de bon de commande PHA', 'Modèle de facture BIO', 'Un autre modèle']) {
      assert.deepEqual(codesOf({ ...right, typeModele: type }), []);
    }
    assert.deepEqual(codesOf({ ...right, statut: 'ACCEPTE' }), ['valeur-hors-liste']);
    assert.deepEqual(codesOf({ ...right, dateDepot: '31/02/2026' }), ['date-inexistante']);
  });

  it('C16 P01 have the names and the formats of the other attachments', () => {
    assert.deepEqual(codesOf({ ...right, nomFichier: 'modèle.pdf' }), ['piece-nom']);
    assert.deepEqual(codesOf({ ...right, nomFichier: 'modele va.pdf' }), ['piece-nom-espace']);
    assert.deepEqual(codesOf({ ...right, nomFichier: 'modele.docx' }), ['piece-format']);
    // 50 characters at most, the ending among them.
    assert.deepEqual(codesOf({ ...right, nomFichier: `${'a'.repeat(46)}.pdf` }), []);
    assert.deepEqual(codesOf({ ...right, nomFichier: `${'a'.repeat(47)}.pdf` }), ['piece-nom']);
  });

  it('C16 P01 are given a legal name by a fix', () => {
    const text = withModel({ ...right, nomFichier: 'modèle.pdf' });
    const [located] = analyse({ name: MANIFEST, text }).findings;
    const [fix] = located ? locatedFixes(located) : [];
    assert.match(applyEdits(text, fix?.edits ?? []), /"nomFichier":"modele\.pdf"/);
  });
});
