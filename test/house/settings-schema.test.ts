import assert from 'node:assert/strict';
import validate from '../../server/src/generated/validate-segur-settings';

const accepted: readonly unknown[] = [
  {},
  { $schema: '../schemas/segur-settings.schema.json' },
  { fichiers: {} },
  { fichiers: { 'lots/avril 2022.json': 'MDV-LGC-Va2.avance', 'autre..json': 'ignorer' } },
  { fichiers: { 'été/à revoir.json': 'HOP-DPI-Va2.avance' } },
  { base: { fichier: '../communs/base.xlsx' } },
  { fusions: [] },
  { fusions: [{ type: 'FUSION_ABSORPTION', moment: null, FINESSA: 'a', FINESSB: 'b', FINESSC: null }] },
  {
    base: {
      fichier: 'base.xlsx',
      feuille: 'ES',
      colonnes: [
        { entete: 'FINESS', rang: 2, role: 'finess', nature: 'juridique' },
        { entete: 'HT', role: 'montant', sons: 'HOP-DPI-Va2', prestation: 'VAGUE_2', taxe: 'HT' },
      ],
      extrait: { fichier: 'finess.csv' },
    },
  },
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
  { settings: { base: 'base.xlsx' }, keyword: 'type' },
  { settings: { fusions: {} }, keyword: 'type' },
  { settings: { fusions: [{ type: 'FUSION' }] }, keyword: 'enum' },
  { settings: { fusions: [{ type: 'FUSION_ABSORPTION' }] }, keyword: 'required' },
  { settings: { base: {} }, keyword: 'required' },
  { settings: { base: { fichier: '' } }, keyword: 'minLength' },
  { settings: { base: { fichier: 'a', chemin: 'b' } }, keyword: 'additionalProperties' },
  { settings: { base: { fichier: 'a', colonnes: [] } }, keyword: 'minItems' },
  { settings: { base: { fichier: 'a', colonnes: [{ entete: 'b', role: 'nom' }] } }, keyword: 'enum' },
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
