import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readEnveloppe, readDemande } from '../../../server/src/dossier/part';
import { requestPathsOf } from '../../../server/src/formats/format';
import { readModel } from '../../../server/src/formats/learn/read-model';
import { cutDocument } from '../../../server/src/syntax/document';
import { learntFormat } from '../../support/learnt';
import { VALID } from '../../support/liberal-request';

const CHOICES = { sons: 'MDV-LGC-Va2', etape: 'avance' } as const;
const NAMES = [
  ...['demandes', 'beneficiaires', 'liberal', 'structure', 'siren', 'RPPS', 'FINESS', 'montantHT', 'tauxTVA'],
  ...[
    'montantTTC',
    'dateSignature',
    'numero',
    'bonDeCommande',
    'aides',
    'pieces',
    'sons',
    '__proto__',
    '0',
    '',
  ],
];
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(null, true, '', 'null', '268708518', '12/03/2026', 300, 'AVANCE', 'MDV-LGC-Va2'),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .uniqueArray(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('value')), {
      maxLength: 6,
      selector: ([name]) => name,
    })
    .map((entries) => Object.fromEntries(entries)),
}));
const object = fc
  .dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), value, { minKeys: 1, maxKeys: 6 })
  .map((root) => JSON.stringify(root, undefined, 2));

describe('learning from any text', () => {
  it('never throws', () => {
    const broken = fc.tuple(object, fc.nat(), fc.string()).map(([text, at, other]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + other + text.slice(place);
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json(), broken), { maxLength: 3 }), (texts) => {
        const model = readModel(texts.map((text, i) => ({ name: `${i}.json`, text })));
        assert.ok(model.kind === 'modele' || model.kind === 'refus');
      }),
    );
  });

  it('gives a format that finds nothing wrong in the structure of what it was learnt from', () => {
    fc.assert(
      fc.property(fc.array(object, { minLength: 1, maxLength: 3 }), (texts) => {
        const format = learntFormat(
          texts.map((text, i) => ({ name: `${i}.json`, text })),
          CHOICES,
        );
        for (const text of texts) {
          const { envelope, requests } = cutDocument(text, requestPathsOf(format));
          const parts = requests.map(({ start, end }) => readDemande(text.slice(start, end), format));
          for (const { match } of [readEnveloppe(envelope, format), ...parts]) {
            assert.deepEqual(
              match.deviations.map(({ kind }) => kind),
              [],
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses, with a reason, what is no model', () => {
    const refusals: readonly (readonly [text: string, key: string])[] = [
      ['', 'modele.refus.json'],
      ['{ "a": }', 'modele.refus.json'],
      [VALID.slice(0, -10), 'modele.refus.json'],
      [`${'['.repeat(200)}${']'.repeat(200)}`, 'modele.refus.json'],
      ['[]', 'modele.refus.racine'],
      ['"texte"', 'modele.refus.racine'],
      ['{}', 'modele.refus.vide'],
    ];
    for (const [text, key] of refusals) {
      const model = readModel([{ name: 'modele.json', text }]);
      assert.equal(model.kind === 'refus' && model.message.key, key, text.slice(0, 20));
    }
    const none = readModel([]);
    assert.equal(none.kind === 'refus' && none.message.key, 'modele.refus.aucun');
  });
});
