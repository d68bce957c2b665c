import assert from 'node:assert/strict';
import schema from '../../schemas/format.schema.json';
import fr from '../../l10n/fr.json';
import validate from '../../server/src/generated/validate-format';
import { ROLES } from '../../server/src/formats/roles';

const ROOT = { type: 'object', 'x-etape': 'avance', 'x-sons': 'MDV-LGC-Va2' };

describe('the schema of .segur/formats/*.schema.json', () => {
  it('lists the roles, each with the explanation of the catalogue', () => {
    const { enum: roles, enumDescriptions } = schema.definitions.valeur.properties['x-role'];
    assert.deepEqual(roles, [...ROLES]);
    const said = fr as Readonly<Record<string, string>>;
    assert.deepEqual(
      enumDescriptions,
      ROLES.map((role) => said[`role.${role}.quoi`]),
    );
  });

  const accepted: readonly unknown[] = [
    ROOT,
    { ...ROOT, properties: { __proto__: null, a: {}, b: { type: ['string', 'null'], 'x-role': 'siren' } } },
    {
      ...ROOT,
      properties: { a: { type: 'array', items: { type: 'object', properties: {}, required: [] } } },
    },
  ];
  const refused: readonly unknown[] = [
    null,
    [],
    {},
    { ...ROOT, type: 'array' },
    { ...ROOT, 'x-etape': 'autre' },
    { ...ROOT, inconnu: 1 },
    { ...ROOT, properties: { a: { type: 'texte' } } },
    { ...ROOT, properties: { a: { 'x-role': 'inconnu' } } },
    { ...ROOT, properties: { a: { $ref: '#' } } },
    { ...ROOT, properties: { a: { 'x-attestation': { statut: 'officiel' } } } },
  ];
  for (const value of accepted) it(`accepts ${JSON.stringify(value)}`, () => assert.ok(validate(value)));
  for (const value of refused) it(`refuses ${JSON.stringify(value)}`, () => assert.ok(!validate(value)));
});
