import assert from 'node:assert/strict';
import { checkedText } from '../../support/checked';
import { offeredAt, PLAIN } from './accept';

const mdv = (liberal: string): string =>
  `{ "typeDemande": "AVANCE", "sons": "MDV-LGC-Va2", "demandes": [{ "beneficiaires": { "liberal": ${liberal} } }] }`;

const LIBERAL = [
  'nomMedecin',
  'emailMedecin',
  'telephoneMedecin',
  'codePostalMedecin',
  'RPPS',
  'aidesPercues',
  'aidesDeMinimis',
];

describe('completion of tags', () => {
  it('offers the missing ones in the order of the model', () => {
    const { items } = offeredAt(mdv('{ "nomMedecin": "A", "RPPS": null, | }'));
    const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    const expected = LIBERAL.filter((name) => name !== 'nomMedecin' && name !== 'RPPS');
    assert.deepEqual(
      sorted.map(({ label }) => label),
      expected,
    );
  });

  it('a misspelt tag is not missing, nor is a variant', () => {
    assert.ok(!offeredAt(mdv('{ "nomMedecins": "A", | }')).labels.includes('nomMedecin'));
    const img =
      '{ "sons": "IMG-RIS-Va2", "typeDemande": "AVANCE", "demandes": [{ "beneficiaires": { "clientsFiniaux": [], | } }] }';
    assert.deepEqual(offeredAt(img).labels, ['Etablissements', 'medecinsLiberaux']);
  });

  const cases: readonly (readonly [string, string, string, string])[] = [
    ['in an empty object', '{|}', 'RPPS', '{"RPPS": "12345678901"}'],
    ['behind a comma', '{ "nomMedecin": "A",| }', 'RPPS', '{ "nomMedecin": "A", "RPPS": "12345678901" }'],
    [
      'with the comma before it missing',
      '{ "nomMedecin": "A" | }',
      'RPPS',
      '{ "nomMedecin": "A", "RPPS": "12345678901" }',
    ],
    [
      'with a neighbour behind it',
      '{ | "RPPS": null }',
      'nomMedecin',
      '{ "nomMedecin": "Nom du médecin", "RPPS": null }',
    ],
    ['touching its neighbour', '{|"RPPS": null}', 'aidesPercues', '{"aidesPercues": false, "RPPS": null}'],
    [
      'between two neighbours',
      '{ "nomMedecin": null, | , "RPPS": null }',
      'aidesPercues',
      '{ "nomMedecin": null, "aidesPercues": false , "RPPS": null }',
    ],
    [
      'on a line of its own',
      '{\n  "nomMedecin": null\n  |\n}',
      'RPPS',
      '{\n  "nomMedecin": null,\n  "RPPS": "12345678901"\n}',
    ],
    [
      'in quotation marks',
      '{ "nomMedecin": null, "|" }',
      'RPPS',
      '{ "nomMedecin": null, "RPPS": "12345678901" }',
    ],
    [
      'half typed, before the next line',
      '{\n  "RP|"\n  "nomMedecin": null\n}',
      'RPPS',
      '{\n  "RPPS": "12345678901",\n  "nomMedecin": null\n}',
    ],
    [
      'without quotation marks',
      '{\n  "nomMedecin": null,\n  RP|\n}',
      'RPPS',
      '{\n  "nomMedecin": null,\n  "RPPS": "12345678901"\n}',
    ],
    [
      'with a quotation mark that never closes',
      '{\n  "nomMedecin": null\n  "RP|\n}',
      'RPPS',
      '{\n  "nomMedecin": null,\n  "RPPS": "12345678901"\n}',
    ],
    [
      'instead of a key: its value stays',
      '{ "RP|X": "1", "nomMedecin": null }',
      'RPPS',
      '{ "RPPS": "1", "nomMedecin": null }',
    ],
    ['instead of a bare key: its value stays', '{ RP|: "1" }', 'RPPS', '{ "RPPS": "1" }'],
    ['before a colon in an unclosed key', '{\n  "RP|: "1"\n}', 'RPPS', '{\n  "RPPS": "1"\n}'],
    ['as a list', '{ | }', 'aidesDeMinimis', '{ "aidesDeMinimis": [] }'],
  ];
  for (const [what, before, label, after] of cases) {
    it(`written ${what}`, () => {
      assert.equal(offeredAt(mdv(before)).accept(label), mdv(after));
    });
  }

  it('a block comes with all its tags, indented like the line it stands on', () => {
    const { accept } = offeredAt('{\n    "sons": "HOP-DPI-Va2",\n    "typeDemande": "AVANCE",\n    |\n}');
    assert.equal(
      accept('fournisseur'),
      '{\n    "sons": "HOP-DPI-Va2",\n    "typeDemande": "AVANCE",\n    "fournisseur": {\n        "raisonSociale": "Raison sociale",\n        "siren": "123456789",\n        "assujettiTVA": true\n    }\n}',
    );
  });

  it('all tags of an empty block at once', () => {
    const { labels, accept } = offeredAt(mdv('{|}'));
    assert.equal(labels.at(-1), 'Les 7 balises du bloc');
    const { dossier } = checkedText(accept('Les 7 balises du bloc')).analysis;
    const absent = dossier?.demandes[0]?.part.match.deviations.filter(
      (deviation) => deviation.kind === 'absent' && LIBERAL.includes(deviation.tag.name),
    );
    assert.deepEqual(absent, []);
    assert.ok(!offeredAt(mdv('{ "nomMedecin": "A", | }')).labels.includes('Les 6 balises du bloc'));
  });

  it('says how sure a name is, and what the tag is', () => {
    const img =
      '{ "sons": "IMG-RIS-Va2", "typeDemande": "AVANCE", "demandes": [{ "beneficiaires": { | } }] }';
    assert.equal(offeredAt(img).item('clientsFinaux').labelDetails?.description, 'orthographe à confirmer');
    assert.equal(offeredAt(img).item('medecinsLiberaux').labelDetails, undefined);
    assert.equal(
      offeredAt('{ "sons": "HOP-DPI-Va2", | }').item('fournisseur').labelDetails?.description,
      'nom reconstitué',
    );
    const { documentation } = offeredAt(mdv('{|}')).item('RPPS');
    assert.ok(
      typeof documentation === 'object' && documentation.value.includes('Numéro RPPS du médecin libéral'),
    );
  });

  it('a client without snippets gets the unused value, not an example', () => {
    assert.equal(offeredAt(mdv('{ | }'), PLAIN).accept('RPPS'), mdv('{ "RPPS": null }'));
    assert.equal(offeredAt(mdv('{ | }'), PLAIN).accept('aidesDeMinimis'), mdv('{ "aidesDeMinimis": [] }'));
  });

  it('nothing where the model is silent', () => {
    assert.deepEqual(
      offeredAt('{ "sons": "MDV-LGC-Va2", "typeDemande": "AVANCE", "autre": { | } }').labels,
      [],
    );
    assert.deepEqual(offeredAt('{ | }', undefined, 'package.json').labels, []);
  });
});
