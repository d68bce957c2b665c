import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readWorkspaceRegulation } from '../../server/src/analysis/workspace-regulation';
import { say, type MessageKey } from '../../server/src/messages/catalogue';

const value = {
  id: 'HOP-DPI-Va2.avance-fin',
  value: '2027-03-17T12:00',
  source: ['Arrêté'],
  status: 'confirmé',
};
const tranches = (...starts: string[]): unknown => ({
  id: 'IMG-RIS-Va2.bareme',
  value: {
    type: 'affine-par-tranches',
    variable: 'examens-par-an',
    taxe: 'HT',
    tranches: starts.map((aPartirDe) => ({ aPartirDe, fixe: '0', parUnite: '1.5' })),
  },
  source: ['AF'],
  status: 'confirmé',
});

describe("a user's .segur/regulation.json", () => {
  const accepted: readonly unknown[] = [
    {},
    { $schema: '../schemas/regulation.schema.json', echeances: [value] },
    { echeances: [{ ...value, asOf: '2026-11-14', note: 'article 2' }] },
    { echeances: [{ ...value, value: null, source: [], status: 'inconnu' }] },
    { echeances: [{ ...value, id: 'NEW-ONE-Va3.date-1' }] },
    { horaires: [{ ...value, id: 'vague-2.cloture', value: '18:00' }] },
    { baremes: [tranches('0', '1000', '5000')] },
  ];
  for (const data of accepted) {
    it(`D03 takes ${JSON.stringify(data).slice(0, 90)}`, () => {
      const { values, problem } = readWorkspaceRegulation(JSON.stringify(data));
      assert.equal(problem, undefined);
      assert.deepEqual(values, data);
    });
  }

  const refused: readonly { data: unknown; key: MessageKey; at: string }[] = [
    { data: [], key: 'regulation.probleme.forme', at: '[]' },
    { data: { dates: [] }, key: 'regulation.probleme.cle-inconnue', at: '"dates"' },
    { data: { echeances: [{ ...value, hour: 1 }] }, key: 'regulation.probleme.cle-inconnue', at: '"hour"' },
    {
      data: { echeances: [{ id: value.id, value: value.value, status: 'confirmé' }] },
      key: 'regulation.probleme.cle-absente',
      at: '{"id"',
    },
    {
      data: { echeances: [{ ...value, value: '17/03/2027' }] },
      key: 'regulation.probleme.forme',
      at: '"17/03/2027"',
    },
    {
      data: { echeances: [{ ...value, value: '2027-02-30' }] },
      key: 'regulation.probleme.jour',
      at: '"2027-02-30"',
    },
    { data: { echeances: [{ ...value, value: null }] }, key: 'regulation.probleme.statut', at: '{"id"' },
    { data: { echeances: [{ ...value, source: [] }] }, key: 'regulation.probleme.statut', at: '{"id"' },
    {
      data: { echeances: [{ ...value, status: 'inconnu' }] },
      key: 'regulation.probleme.statut',
      at: '{"id"',
    },
    {
      data: { echeances: [value, value] },
      key: 'regulation.probleme.double',
      at: '"HOP-DPI-Va2.avance-fin"',
    },
    {
      data: { horaires: [{ ...value, id: 'vague-9.cloture', value: '12:00' }] },
      key: 'regulation.probleme.id-inconnu',
      at: '"vague-9.cloture"',
    },
    {
      data: { nombres: [{ ...value, id: 'vague-2.part-avanse', value: 50, unite: '%' }] },
      key: 'regulation.probleme.id-inconnu',
      at: '"vague-2.part-avanse"',
    },
    {
      data: { baremes: [tranches('0', '20', '10')] },
      key: 'regulation.probleme.tranches',
      at: '[{"aPartirDe"',
    },
    {
      data: {
        baremes: [
          { ...value, id: 'IMG-RIS-Va2.bareme', value: { type: 'forfait', montant: 1000, taxe: 'HT' } },
        ],
      },
      key: 'regulation.probleme.forme',
      at: '1000',
    },
  ];
  for (const { data, key, at } of refused) {
    it(`D03 refuses ${JSON.stringify(data).slice(0, 90)}: ${key}, at ${at}`, () => {
      const text = JSON.stringify(data);
      const { values, problem } = readWorkspaceRegulation(text);
      assert.deepEqual(values, {}, 'nothing is half read');
      assert.equal(problem?.message.key, key);
      const rank = key === 'regulation.probleme.double' ? text.lastIndexOf(at) : text.indexOf(at);
      assert.equal(problem.offset, rank);
      assert.doesNotMatch(say('fr', problem.message) + say('en', problem.message), /\{\w+\}/);
    });
  }

  it('says where a broken JSON breaks', () => {
    const { problem } = readWorkspaceRegulation('{ "echeances": [ } ');
    assert.equal(problem?.message.key, 'reglages.json-invalide');
    assert.ok(problem.offset > 0);
  });

  it('D03 the example of the page is one', () => {
    const page = readFileSync(resolve(__dirname, '../../docs/regulation.md'), 'utf8');
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    assert.ok(examples.length >= 2);
    for (const text of examples) assert.equal(readWorkspaceRegulation(text).problem, undefined, text);
  });
});
