import assert from 'node:assert/strict';
import { checkedText } from '../../support/checked';
import { fileNameOf, NAMED_FORMATS, validFile, validFileOf } from '../../support/valid-files';
import { offeredAt, PLAIN } from './accept';
import { structuralFindings } from './structural-findings';

/** A file whose last request is followed by the cursor. */
function behindRequests(sons: string, requests: number): string {
  const text = validFileOf(sons, requests);
  const end = text.lastIndexOf(']');
  return `${text.slice(0, end).trimEnd()}|\n  ${text.slice(end)}`;
}

const list = (items: string): string =>
  `{\n  "typeDemande": "AVANCE",\n  "sons": "HOP-DPI-Va2",\n  "fournisseur": null,\n  "demandes": ${items}\n}`;

describe('completion of a whole request', () => {
  for (const format of NAMED_FORMATS) {
    it(`of ${format.id} has every tag of the model`, () => {
      const before = validFile(format).replace(/"demandes": [^]*$/, '"demandes": [|]\n}');
      const { labels, accept } = offeredAt(before, undefined, fileNameOf(format));
      const [label = ''] = labels;
      assert.equal(labels.length, 1);
      const { analysis } = checkedText(accept(label), { name: fileNameOf(format) });
      assert.equal(analysis.dossier?.demandes.length, 1);
      assert.deepEqual(structuralFindings(analysis), []);
    });
  }

  it('is numbered after those that are there', () => {
    const { labels, accept } = offeredAt(behindRequests('MDV-LGC-Va2', 3));
    assert.deepEqual(labels, ['Nouvelle demande REF-0004']);
    const { analysis } = checkedText(accept('Nouvelle demande REF-0004'));
    assert.equal(analysis.dossier?.demandes.length, 4);
    assert.deepEqual(structuralFindings(analysis), []);
  });

  it('is numbered in the series of the last one, past its highest', () => {
    const items = ['A-9', 'B-02', 'A-10', 'B-01'].map(
      (reference) => `{ "referenceDemande": "${reference}" }`,
    );
    assert.deepEqual(offeredAt(list(`[${items.join(', ')}, |]`)).labels, ['Nouvelle demande B-03']);
    assert.deepEqual(offeredAt(list('[{ "referenceDemande": "A-9" }, |]')).labels, ['Nouvelle demande A-10']);
  });

  it('begins a series of its own where there is none', () => {
    assert.deepEqual(offeredAt(list('[|]')).labels, ['Nouvelle demande DPI-0001']);
    assert.deepEqual(offeredAt(list('[{ "referenceDemande": "mars" }, |]')).labels, [
      'Nouvelle demande DPI-0001',
    ]);
  });

  it('opens an empty list on lines of its own', () => {
    const { accept } = offeredAt(list('[|]'));
    const lines = accept('Nouvelle demande DPI-0001').split('\n');
    assert.deepEqual(lines.slice(4, 7), [
      '  "demandes": [',
      '    {',
      '      "referenceDemande": "DPI-0001",',
    ]);
    assert.deepEqual(lines.slice(-4), ['      ]', '    }', '  ]', '}']);
  });

  it('between two requests brings its comma', () => {
    const { accept } = offeredAt(list('[{ "referenceDemande": "A-1" }, | { "referenceDemande": "A-2" }]'));
    const { dossier } = checkedText(accept('Nouvelle demande A-3')).analysis;
    assert.equal(dossier?.demandes.length, 3);
    assert.deepEqual(dossier.cut.envelope.problems, []);
  });

  it('is not offered past the limit of the model', () => {
    const items = (count: number): string => list(`[${'{},'.repeat(count)} |]`);
    assert.equal(offeredAt(items(199)).labels.length, 1);
    assert.deepEqual(offeredAt(items(200)).labels, []);
  });

  it('has its tags unused for a client without snippets', () => {
    const after = offeredAt(list('[|]'), PLAIN).accept('Nouvelle demande DPI-0001');
    assert.ok(after.includes('"referenceDemande": null'));
    assert.ok(JSON.parse(after));
  });
});
