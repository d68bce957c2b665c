import assert from 'node:assert/strict';
import { buildBase } from '../../server/src/registry/build-base';
import { withNature } from '../../server/src/registry/with-nature';
import { etablissement, SOURCE } from './some-base';

describe('I08 a base with a FINESS extract', () => {
  const base = buildBase([etablissement('990000119', 'Montjoie'), etablissement('990000127')], SOURCE);
  const extrait = buildBase(
    [
      etablissement('990000119', 'MONTJOIE', { nature: 'juridique', categorie: '355' }),
      etablissement('990000135', 'Site', { nature: 'geographique', finessLie: '990000119' }),
    ],
    SOURCE,
  );
  const both = withNature(base, extrait);

  it('says what the extract knows, and keeps what the base says', () => {
    const found = both.find('990000119');
    assert.deepEqual(
      [found?.raisonSociale, found?.nature, found?.categorie],
      ['Montjoie', 'juridique', '355'],
    );
    assert.equal(both.search('montj', 5)[0]?.nature, 'juridique');
  });

  it('makes nobody eligible, and leads from a site to the number of the base, either way round', () => {
    assert.equal(both.find('990000135'), undefined);
    assert.equal(both.near('990000135', 5)[0]?.finess, '990000119');
    const sites = withNature(buildBase([etablissement('990000135')], SOURCE), extrait);
    assert.equal(sites.near('990000119', 5)[0]?.finess, '990000135');
  });
});
