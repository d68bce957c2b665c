import assert from 'node:assert/strict';
import { InsertReplaceEdit, InsertTextFormat } from 'vscode-languageserver-types';
import { offeredAt, PLAIN } from './accept';

const request = (sons: string, tags: string): string =>
  `{ "typeDemande": "AVANCE", "sons": "${sons}", "demandes": [{ ${tags} }] }`;
const mdv = (tags: string): string => request('MDV-LGC-Va2', tags);
const structure = (tags: string): string => mdv(`"beneficiaires": { "structure": { ${tags} } }`);

describe('completion of values', () => {
  it('a closed list, and null where the model allows it', () => {
    const { labels, accept } = offeredAt(mdv('"typePrestation": | '));
    assert.deepEqual(labels, ['VAGUE_2', 'VAGUE_1_ET_2', 'null']);
    assert.equal(accept('VAGUE_1_ET_2'), mdv('"typePrestation": "VAGUE_1_ET_2" '));
    assert.equal(accept('null'), mdv('"typePrestation": null '));
  });

  it('an open list gives its examples', () => {
    assert.deepEqual(offeredAt(mdv('"beneficiaires": { "commandePour": | }')).labels, [
      'LIBERAL',
      'STRUCTURE',
      'null',
    ]);
  });

  it('booleans', () => {
    assert.deepEqual(offeredAt(structure('"aidesPercues": |')).labels, ['true', 'false', 'null']);
    assert.equal(
      offeredAt(structure('"aidesPercues": "v|rai"')).accept('true'),
      structure('"aidesPercues": true'),
    );
  });

  it('a date in its form, to be filled in', () => {
    const { labels, accept, item } = offeredAt(mdv('"bonDeCommande": { "dateSignature": | }'));
    assert.deepEqual(labels, ['JJ/MM/AAAA', 'null']);
    assert.equal(accept('JJ/MM/AAAA'), mdv('"bonDeCommande": { "dateSignature": "JJ/MM/AAAA" }'));
    assert.equal(item('JJ/MM/AAAA').insertTextFormat, InsertTextFormat.Snippet);
    assert.deepEqual(offeredAt(mdv('"bonDeCommande": { "dateSignature": | }'), PLAIN).labels, ['null']);
  });

  it('every SONS with its name in a file that has none, and in one that has', () => {
    for (const value of ['|', '"|"', '"HOP|', '"HOP-DPI-Va2|"']) {
      const { labels, item, accept } = offeredAt(`{\n  "typeDemande": "AVANCE",\n  "sons": ${value}\n}`);
      assert.deepEqual(labels, [
        'HOP-DPI-Va2',
        'HOP-PFI-Va2',
        'IMG-RIS-Va2',
        'IMG-DB-Va2',
        'MDV-LGC-Va2',
        'MDV-LGC-Va1',
      ]);
      assert.equal(item('HOP-PFI-Va2').labelDetails?.description, 'Hôpital – PFI – vague 2');
      assert.equal(accept('HOP-PFI-Va2'), '{\n  "typeDemande": "AVANCE",\n  "sons": "HOP-PFI-Va2"\n}');
    }
  });

  it('a block: unused, or to be filled', () => {
    const { labels, accept } = offeredAt(mdv('"beneficiaires": { "structure": |, "liberal": null }'));
    assert.deepEqual(labels, ['null', '{ … }']);
    assert.match(accept('{ … }'), /"structure": \{\n {2}"nomStructure": "Nom de la structure",/);
    assert.deepEqual(offeredAt(structure('"aidesDeMinimis": |')).labels, ['[]', '[ … ]']);
    assert.deepEqual(offeredAt(mdv('"solutionLogicielle": |')).labels, ['{ … }']);
  });

  it('items of a list', () => {
    const finess = (list: string): string =>
      request('IMG-RIS-Va2', `"beneficiaires": { "Etablissements": [{ "FINESSGeos": ${list} }] }`);
    assert.equal(offeredAt(finess('[|]')).accept('990000001'), finess('["990000001"]'));
    assert.equal(offeredAt(finess('["870000064"|]')).accept('990000001'), finess('["990000001"]'));
    assert.equal(
      offeredAt(finess('["870000064" |]')).accept('990000001'),
      finess('["870000064", "990000001"]'),
    );
    assert.equal(
      offeredAt(finess('["870000064",|]')).accept('990000001'),
      finess('["870000064", "990000001"]'),
    );
    assert.equal(
      offeredAt(finess('[|"870000064"]')).accept('990000001'),
      finess('["990000001", "870000064"]'),
    );

    const aides = (list: string): string => structure(`"aidesDeMinimis": ${list}`);
    assert.equal(
      offeredAt(aides('[|]')).accept('{ … }'),
      aides('[\n  {\n    "dateAttribution": "JJ/MM/AAAA",\n    "montantAides": 300.00\n  }\n]'),
    );
  });

  const cases: readonly (readonly [string, string, string])[] = [
    ['right behind the colon', '"typePrestation":|', '"typePrestation": "VAGUE_2"'],
    ['in quotation marks', '"typePrestation": "|"', '"typePrestation": "VAGUE_2"'],
    ['instead of another value', '"typePrestation": "VA|GUE_1_ET_2"', '"typePrestation": "VAGUE_2"'],
    ['instead of null', '"typePrestation": nu|ll', '"typePrestation": "VAGUE_2"'],
    ['before null', '"typePrestation": |null', '"typePrestation": "VAGUE_2"'],
    ['instead of a bare word', '"typePrestation": VAG|', '"typePrestation": "VAGUE_2"'],
    ['without its colon', '"typePrestation" |', '"typePrestation" : "VAGUE_2"'],
    [
      'before a neighbour whose comma is missing',
      '"typePrestation": |\n"prestation": null',
      '"typePrestation": "VAGUE_2",\n"prestation": null',
    ],
    ['with a quotation mark that never closes', '"typePrestation": "VAG|\n', '"typePrestation": "VAGUE_2"\n'],
  ];
  for (const [what, before, after] of cases) {
    it(`written ${what}`, () => {
      assert.equal(offeredAt(mdv(before)).accept('VAGUE_2'), mdv(after));
    });
  }

  it('nothing but texts between quotation marks, so that typing a name is not disturbed', () => {
    assert.deepEqual(offeredAt(mdv('"typePrestation": "|"')).labels, ['VAGUE_2', 'VAGUE_1_ET_2']);
    assert.deepEqual(offeredAt(mdv('"solutionLogicielle": { "nom": "|" }')).labels, []);
    assert.deepEqual(offeredAt(mdv('"solutionLogicielle": { "nom": | }')).labels, ['null']);
  });

  it('what is typed without quotation marks is found without them', () => {
    assert.equal(offeredAt(mdv('"typePrestation": VAG|')).item('VAGUE_2').filterText, 'VAGUE_2');
    assert.equal(offeredAt(mdv('"typePrestation": "VAG|"')).item('VAGUE_2').filterText, '"VAGUE_2"');
    assert.equal(offeredAt(mdv('"typePrestation": |')).item('VAGUE_2').filterText, '"VAGUE_2"');
  });

  it('of a bare word a client may keep what is behind the cursor, if it knows how', () => {
    const inserts = offeredAt(mdv('"typePrestation": VA|G')).item('VAGUE_2').textEdit;
    assert.ok(inserts && InsertReplaceEdit.is(inserts));
    assert.equal(inserts.replace.end.character - inserts.insert.end.character, 1);
    const plain = offeredAt(mdv('"typePrestation": VA|G'), PLAIN).item('VAGUE_2').textEdit;
    assert.ok(plain && !InsertReplaceEdit.is(plain));
    assert.deepEqual(plain.range, inserts.replace);
  });

  it('nothing before a block that is there, nor behind it', () => {
    assert.deepEqual(offeredAt(mdv('"solutionLogicielle": |{ "nom": null }')).labels, []);
    assert.deepEqual(offeredAt(mdv('"solutionLogicielle": { "nom": null }|')).labels, []);
  });
});
