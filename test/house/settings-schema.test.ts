import assert from 'node:assert/strict';
import validate from '../../server/src/generated/validate-segur-settings';

const accepted: readonly unknown[] = [
  {},
  { $schema: '../schemas/segur-settings.schema.json' },
  { fichiers: {} },
  { fichiers: { 'lots/avril 2022.json': 'MDV-LGC-Va2.avance', 'autre..json': 'ignorer' } },
  { fichiers: { 'été/à revoir.json': 'HOP-DPI-Va2.avance' } },
];

const refused: readonly { settings: unknown; keyword: string }[] = [
  { settings: null, keyword: 'type' },
  { settings: [], keyword: 'type' },
  { settings: { inconnu: 1 }, keyword: 'additionalProperties' },
  { settings: { fichiers: [] }, keyword: 'type' },
  { settings: { fichiers: { 'a.json': null } }, keyword: 'type' },
  { settings: { fichiers: { 'a.json': 'MDV-LGC-Va2' } }, keyword: 'pattern' },
  { settings: { fichiers: { '/a.json': 'ignorer' } }, keyword: 'propertyNames' },
  { settings: { fichiers: { 'c:/a.json': 'ignorer' } }, keyword: 'propertyNames' },
  { settings: { fichiers: { 'lots\\a.json': 'ignorer' } }, keyword: 'propertyNames' },
  { settings: { fichiers: { '../a.json': 'ignorer' } }, keyword: 'propertyNames' },
  { settings: { fichiers: { 'lots/../../a.json': 'ignorer' } }, keyword: 'propertyNames' },
  { settings: { fichiers: { './a.json': 'ignorer' } }, keyword: 'propertyNames' },
];

describe('the schema of .segur/segur.json', () => {
  for (const settings of accepted) {
    it(`accepts ${JSON.stringify(settings)}`, () => {
      assert.equal(validate(settings), true);
    });
  }

  for (const { settings, keyword } of refused) {
    it(`refuses ${JSON.stringify(settings)}`, () => {
      assert.equal(validate(settings), false);
      assert.ok(validate.errors?.some((refusal) => refusal.keyword === keyword));
    });
  }
});
