import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../../server/src/analysis/analyse';
import { candidatureOf } from '../../../server/src/dossier/candidature/candidature';
import {
  newCandidatureSnippet,
  sonsOfCandidatures,
} from '../../../server/src/features/completion/new-candidature';
import { formattingEdits } from '../../../server/src/features/formatting';
import { FormatRegistry } from '../../../server/src/formats/registry';
import { historiquesOf, type Historique } from '../../../server/src/regulation/candidature-attendue';
import { deadlines } from '../../../server/src/regulation/deadlines';
import { parisInstant } from '../../../server/src/regulation/paris-time';
import { checkedText } from '../../support/checked';
import { MANIFEST } from '../../support/fixture';
import { expandSnippet } from './accept';

const FORMAT = new FormatRegistry().get('candidature') ?? assert.fail('no format of manifests');
const SONS = sonsOfCandidatures(FORMAT);
const SOLUTION = 'Hélianthe "Pro" $1 }';

function newCandidature(sons: string, historique: Historique) {
  const answers = { sons, solution: SOLUTION, version: '4.2.0', historique };
  const text = expandSnippet(newCandidatureSnippet(FORMAT, answers, 'fr'));
  const checked = checkedText(text, { name: MANIFEST });
  const part = checked.analysis.dossier?.enveloppe ?? assert.fail('not recognised');
  return { text, checked, view: candidatureOf(part) };
}

const noms = (sons: string, historique: Historique): string[] =>
  newCandidature(sons, historique).view.chapitres.elements.map(
    ({ nom, vague }) => `${nom.valeur ?? '?'} ${vague.valeur ?? '?'}`,
  );

describe('a new candidature', () => {
  it('is for a SONS of wave 2', () => {
    assert.equal(SONS.length, 7);
    assert.ok(SONS.every((sons) => sons.endsWith('-Va2')));
  });

  for (const sons of SONS) {
    for (const historique of historiquesOf(sons)) {
      it(`of ${sons}, ${historique}: laid out, and without a finding`, () => {
        const { text, checked, view } = newCandidature(sons, historique);
        const layout = formattingEdits(checked, { tabSize: 2, insertSpaces: true });
        assert.equal(TextDocument.applyEdits(checked.document, layout), text);
        assert.deepEqual(
          checked.analysis.findings.map(({ finding }) => finding.code),
          [],
        );
        assert.equal(view.sons.valeur, sons);
        assert.equal(view.solution.nom.valeur, SOLUTION);
        assert.equal(view.solution.versionReferencee.valeur, '4.2.0');
        assert.equal(view.historiqueVague1.referencee.valeur, historique !== 'nouvel-entrant');
      });
    }
  }

  it('C02 C09 has no error but what a passed date 2 leaves undone', () => {
    for (const year of [2024, 2025, 2026, 2028]) {
      const now = parisInstant({ year, month: 12, day: 20 }, 600);
      for (const sons of SONS) {
        const isPast = deadlines(sons, now).some(({ etape, etat }) => etape === 'date-2' && etat === 'fermé');
        for (const historique of historiquesOf(sons)) {
          const { findings } = analyse({ name: MANIFEST, text: newCandidature(sons, historique).text, now });
          const errors = findings.filter(({ finding }) => finding.severity === 'error');
          assert.deepEqual(
            errors.map(({ finding }) => finding.code),
            isPast ? ['intrusion-tardive'] : [],
            `${sons} ${historique} ${year}`,
          );
        }
      }
    }
  });

  it('C06 asks the evidence of both waves of a newcomer, that of wave 2 of a referenced solution', () => {
    const vague2 = ["Gestion de l'INS", 'Alimentation du DMP', 'MSS'].map((nom) => `${nom} VAGUE_2`);
    assert.deepEqual(noms('HOP-PFI-Va2', 'referencee'), vague2);
    assert.deepEqual(noms('HOP-PFI-Va2', 'nouvel-entrant'), ['? VAGUE_1', ...vague2]);
    assert.deepEqual(noms('HOP-DPI-Va2', 'referencee-sans-ins'), ["Gestion de l'INS VAGUE_1", ...vague2]);
    assert.deepEqual(noms('IMG-RIS-Va2', 'nouvel-entrant'), ['? VAGUE_1', '? VAGUE_2']);
    assert.deepEqual(noms('MDV-LGC-Va2', 'referencee'), ['? VAGUE_2']);
  });

  it('C07 plans the visit of a newcomer, and of nobody else', () => {
    const { view } = newCandidature('HOP-DPI-Va2', 'nouvel-entrant');
    assert.equal(view.visiteIns.statut.valeur, 'A_PLANIFIER');
    assert.equal(newCandidature('HOP-DPI-Va2', 'referencee').view.visiteIns.statut.valeur, undefined);
  });

  it('C09 C11 C13 names the profile, the requirement and the papers that the texts name', () => {
    const { view } = newCandidature('HOP-DPI-Va2', 'referencee');
    assert.deepEqual(
      view.profils.elements.map(({ nom }) => nom.valeur),
      ['Général'],
    );
    assert.equal(view.intrusion.exigence.valeur, 'SSI/GEN.18');
    assert.deepEqual(
      view.enrolement.pieces.elements.map(({ type }) => type.valeur),
      ['PIECE_IDENTITE', 'RIB', 'ATTESTATION_REFERENCEMENT', undefined],
    );
    const other = newCandidature('IMG-DB-Va2', 'referencee').view;
    assert.equal(other.intrusion.exigence.valeur, undefined);
    assert.equal(other.profils.elements.length, 0);
  });

  it('asks of a missing profile only where it makes a difference', () => {
    assert.ok(historiquesOf('HOP-DPI-Va2').includes('referencee-sans-ins'));
    assert.ok(!historiquesOf('HOP-PFI-Va2').includes('referencee-sans-ins'));
  });

  it('leaves what is not told unknown', () => {
    const answers = { sons: 'HOP-DPI-Va2', solution: '', version: '', historique: 'referencee' } as const;
    const checked = checkedText(expandSnippet(newCandidatureSnippet(FORMAT, answers, 'en')), {
      name: MANIFEST,
    });
    const part = checked.analysis.dossier?.enveloppe ?? assert.fail('not recognised');
    assert.equal(candidatureOf(part).solution.nom.valeur, undefined);
    assert.equal(candidatureOf(part).solution.nom.illisible, false);
  });
});
