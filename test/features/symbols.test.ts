import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { symbolsOf } from '../../server/src/features/symbols';
import type { CheckedDocument } from '../../server/src/features/document';
import { checkedText } from '../support/checked';
import { anyText, brokenFrom } from '../support/broken-texts';
import { fileNameOf, NAMED_FORMATS, validFile, validFileOf } from '../support/valid-files';

/** Every symbol, and the one that it stands in. */
function* all(
  symbols: readonly DocumentSymbol[],
  parent?: DocumentSymbol,
): Generator<[DocumentSymbol, DocumentSymbol | undefined]> {
  for (const symbol of symbols) {
    yield [symbol, parent];
    yield* all(symbol.children ?? [], symbol);
  }
}

function requestsOf(checked: CheckedDocument): readonly DocumentSymbol[] {
  return symbolsOf(checked).find(({ name }) => name === 'demandes')?.children ?? [];
}

/** What VS Code refuses a whole outline for. */
function assertAccepted({ document, analysis, langue }: CheckedDocument): void {
  const holds = (outer: Range, inner: Range): boolean =>
    document.offsetAt(outer.start) <= document.offsetAt(inner.start) &&
    document.offsetAt(inner.end) <= document.offsetAt(outer.end);
  for (const [symbol, parent] of all(symbolsOf({ document, analysis, langue }))) {
    assert.notEqual(symbol.name.trim(), '');
    assert.ok(holds(symbol.range, symbol.selectionRange), `${symbol.name}: selection out of its range`);
    if (parent) assert.ok(holds(parent.range, symbol.range), `${symbol.name} stands out of ${parent.name}`);
  }
}

describe('outline', () => {
  it('shows the file, its requests by reference and beneficiary, and their sections', () => {
    const symbols = symbolsOf(checkedText(validFileOf('HOP-DPI-Va2', 2)));
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ['typeDemande', 'AVANCE'],
        ['sons', 'HOP-DPI-Va2'],
        ['fournisseur', undefined],
        ['demandes', undefined],
      ],
    );
    const requests = symbols[3]?.children ?? [];
    assert.deepEqual(
      requests.map(({ name, detail }) => [name, detail]),
      [
        ['REF-0001 · Structure fictive', 'FINESS 870000064 · OK'],
        ['REF-0002 · Structure fictive', 'FINESS 870050028 · OK'],
      ],
    );
    assert.deepEqual(
      requests[0]?.children?.map(({ name }) => name),
      ['solutionLogicielle', 'beneficiaires', 'bonDeCommande', 'prestation', 'piecesJustificatives'],
    );
  });

  it('names a doctor by the RPPS, and by the SIREN where there is nothing else', () => {
    const text = validFileOf('MDV-LGC-Va2');
    assert.equal(requestsOf(checkedText(text))[0]?.detail, 'RPPS 10000001239 · OK');
    const img = validFileOf('IMG-RIS-Va2').replace('"870000064"', '');
    assert.match(requestsOf(checkedText(img))[0]?.detail ?? '', /^SIREN 268708518/);
  });

  it('J07 says KO of the requests with an error, and of these alone', () => {
    const text = validFileOf('MDV-LGC-Va2', 3);
    const second = text.indexOf('"REF-0002"');
    const broken =
      text.slice(0, second) + text.slice(second).replace('"nomStructure": "Structure fictive",', '');
    const details = requestsOf(checkedText(broken)).map(({ detail }) => detail?.split(' · ')[1]);
    assert.deepEqual(details, ['OK', 'KO', 'OK']);
    const asWarning = checkedText(broken, { settings: { 'balise-manquante': 'warning' } });
    assert.deepEqual(
      requestsOf(asWarning).map(({ detail }) => detail?.split(' · ')[1]),
      ['OK', 'OK', 'OK'],
    );
  });

  it('names a request without a reference by its rank, in the language of the reader', () => {
    const text = validFileOf('HOP-PFI-Va2', 2).replaceAll(/"REF-\d+"/g, 'null');
    assert.match(requestsOf(checkedText(text))[1]?.name ?? '', /^Demande 2 · /);
    assert.match(requestsOf(checkedText(text, { langue: 'en' }))[1]?.name ?? '', /^Request 2 · /);
  });

  it('selects the reference of the request', () => {
    const checked = checkedText(validFileOf('HOP-DPI-Va2', 2));
    const [, second] = requestsOf(checked);
    assert.ok(second);
    assert.equal(checked.document.getText(second.selectionRange), '"REF-0002"');
  });

  it('stays light with 200 requests: at most 8 nodes each', () => {
    for (const format of NAMED_FORMATS) {
      const requests = requestsOf(checkedText(validFile(format, 200), { name: fileNameOf(format) }));
      assert.equal(requests.length, 200);
      for (const request of requests) {
        const nodes = [...all([request])].length;
        assert.ok(nodes >= 5 && nodes <= 8, `${format.id}: ${nodes}`);
      }
    }
  });

  it('stays bounded whatever the file', () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `"k${i}": {}`).join(',');
    const text = `{"typeDemande": "AVANCE", "sons": "HOP-DPI-Va2", "demandes": [${`{${keys}},`.repeat(3)}${'{},'.repeat(20_000)}{}]}`;
    assert.ok([...all(symbolsOf(checkedText(text)))].length < 2000);
  });

  it('shows the requests of a file that is cut, and of one whose envelope is broken', () => {
    const text = validFileOf('HOP-DPI-Va2', 3);
    const cut = checkedText(text.slice(0, text.indexOf('"REF-0003"') + 20));
    assert.deepEqual(
      requestsOf(cut).map(({ name }) => name.split(' ')[0]),
      ['REF-0001', 'REF-0002', 'REF-0003'],
    );
    const unnamed = checkedText(text.replace('"raisonSociale":', 'raisonSociale'));
    assert.equal(requestsOf(unnamed).length, 3);
  });

  it('never gives what VS Code refuses: a symbol without a name, or standing out of its parent', () => {
    const right = validFileOf('IMG-RIS-Va2', 2);
    fc.assert(
      fc.property(fc.oneof(brokenFrom(right), anyText), (text) => {
        assertAccepted(checkedText(text));
      }),
      { numRuns: 300 },
    );
    assertAccepted(checkedText(right.replaceAll(/"[a-zA-Z]+":/g, '"":')));
  });

  it('is empty for a file that is not checked', () => {
    assert.deepEqual(symbolsOf(checkedText('{"a": {}}', { name: 'autre.json' })), []);
  });
});
