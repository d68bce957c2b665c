import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { candidatureOf } from '../../server/src/dossier/candidature/candidature';
import { avancementOf, type Avancement } from '../../server/src/dossier/candidature/jalons';
import { MANIFEST } from '../support/fixture';

function avancement(etapes: object): Avancement {
  const text = JSON.stringify({ sons: 'IMG-DB-Va2', etapes });
  const part = analyse({ name: MANIFEST, text }).dossier?.enveloppe ?? assert.fail('not recognised');
  return avancementOf(candidatureOf(part));
}

const filed = (dateDepot: string) => ({ statut: 'EN_COURS', dateDepot });

describe('how far a candidature is', () => {
  it('C02 meets date 1 on the day on which both steps were filed', () => {
    const both = avancement({ depotCandidature: filed('01/07/2025'), eligibilite: filed('15/07/2025') });
    assert.deepEqual(both['date-1'], { fait: true, jour: { year: 2025, month: 7, day: 15 } });
    const one = avancement({ depotCandidature: filed('01/07/2025'), eligibilite: { statut: 'A_FAIRE' } });
    assert.equal(one['date-1'].fait, false);
    const finished = avancement({
      depotCandidature: { statut: 'TERMINEE' },
      eligibilite: filed('15/07/2025'),
    });
    assert.deepEqual(finished['date-1'], { fait: true, jour: undefined });
  });

  it('C02 meets date 2 with the complete file, and date 3 with the end of the step', () => {
    const complete = avancement({ depotPreuves: { statut: 'EN_COURS', dateDossierComplet: '13/05/2026' } });
    assert.deepEqual(complete['date-2'], { fait: true, jour: { year: 2026, month: 5, day: 13 } });
    assert.equal(complete['date-3'].fait, false);
    const over = avancement({ depotPreuves: { statut: 'TERMINEE', dateValidation: '01/09/2026' } });
    assert.equal(over['date-2'].fait, true);
    assert.deepEqual(over['date-3'], { fait: true, jour: { year: 2026, month: 9, day: 1 } });
  });

  it('knows nothing of what is not told, or cannot be read', () => {
    for (const etapes of [{}, { depotCandidature: null }, { depotCandidature: { statut: 'PEUT-ETRE' } }]) {
      for (const { fait } of Object.values(avancement(etapes))) assert.equal(fait, undefined);
    }
    const illegible = avancement({ depotPreuves: { statut: 'TERMINEE', dateDossierComplet: 'hier' } });
    assert.equal(illegible['date-2'].fait, undefined);
  });
});
