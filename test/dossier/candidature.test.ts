import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { candidatureOf, type Candidature } from '../../server/src/dossier/candidature/candidature';
import type { Span } from '../../server/src/syntax/nodes';
import { MANIFEST } from '../support/fixture';
import { sampleManifests } from '../support/manifests';

function viewOf(text: string): { view: Candidature; at: (place: Span) => string } {
  const part = analyse({ name: MANIFEST, text }).dossier?.enveloppe ?? assert.fail('not recognised');
  return { view: candidatureOf(part), at: ({ start, end }) => text.slice(start, end) };
}

describe('the view of a candidature', () => {
  it('reads every part of a filled manifest', () => {
    const { view } = viewOf(sampleManifests()[0] ?? assert.fail('no sample'));
    assert.equal(view.sons.valeur, 'HOP-DPI-Va2');
    assert.deepEqual(view.dateDossierComplet.valeur, { year: 2025, month: 11, day: 24 });
    assert.deepEqual(
      view.etapes.map(({ bloc, statut }) => `${bloc.nom} ${statut.valeur ?? '?'}`),
      ['depotCandidature', 'eligibilite', 'depotPreuves', 'convention'].map((nom) => `${nom} TERMINEE`),
    );
    const [chapitre] = view.chapitres.elements;
    assert.equal(chapitre?.nom.valeur, "Gestion de l'INS");
    assert.equal(chapitre.preuvesAttendues.valeur, chapitre.preuves.elements.length);
    assert.equal(view.homologations.elements[0]?.copieEcran.statutVisible.valeur, true);
    assert.equal(view.intrusion.koMoyens.valeur, 4);
    assert.equal(view.hds.situation.valeur, 'CERTIFICAT');
    assert.equal(view.enrolement.pieces.elements.length, 5);
    assert.equal(view.pilotes.elements[0]?.procesVerbal.fichier.valeur, 'pv-modele.pdf');
    assert.equal(view.fusions.elements[0]?.type.valeur, 'FUSION_ABSORPTION');
    assert.deepEqual(
      view.versionsObsoletes.rattrapagesPayants.elements.map(({ texte }) => texte),
      ['6.0'],
    );
    assert.equal(view.historiqueVague1.referencee.valeur, true);
    assert.equal(view.documentsModeles.elements[0]?.statut.valeur, 'VALIDE');
  });

  it('tells unknown from illegible, and where either stands', () => {
    const { view, at } = viewOf(
      '{ "hds": null, "HDS": { "situation": null, "dateDocument": "bientôt" }, "pilotes": "trois" }',
    );
    const { situation, dateDocument, fichier } = view.hds;
    assert.deepEqual(
      [situation.valeur, situation.illisible, at(situation.place)],
      [undefined, false, 'null'],
    );
    assert.deepEqual([dateDocument.valeur, dateDocument.illisible], [undefined, true]);
    assert.deepEqual([fichier.node, fichier.illisible, at(fichier.place)], [undefined, false, '"HDS"']);
    assert.deepEqual([view.pilotes.elements.length, view.pilotes.illisible], [0, true]);
    assert.deepEqual([view.intrusion.bloc.existe, at(view.intrusion.koEleves.place)], [false, '{']);
  });

  it('reads through what other rules mend', () => {
    const { view } = viewOf(`{
      "testIntrusions": { "dateFormulaire": "2025-10-15", "KOMoyens": "4", "formulaireSigne": "oui" },
      "etapes": { "convention": { "statut": "terminée" } }
    }`);
    const { dateFormulaire, koMoyens, formulaireSigne } = view.intrusion;
    assert.deepEqual(dateFormulaire.valeur, { year: 2025, month: 10, day: 15 });
    assert.deepEqual([koMoyens.valeur, formulaireSigne.valeur], [4, true]);
    assert.equal(view.etapes[3]?.statut.valeur, 'TERMINEE');
  });

  it('answers of any text', () => {
    const [sample = ''] = sampleManifests();
    for (let end = 0; end < sample.length; end += 97) {
      const { view } = viewOf(sample.slice(0, end));
      assert.equal(view.etapes.length, 4);
    }
    for (const text of ['', '[]', 'null', '{ "chapitres": [null, 3, {}] }']) viewOf(text);
  });
});
