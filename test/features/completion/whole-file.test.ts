import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { newFileSnippet } from '../../../server/src/features/completion/new-file';
import { formattingEdits } from '../../../server/src/features/formatting';
import { checkedText } from '../../support/checked';
import type { Etape } from '../../../server/src/formats/format';
import { fileNameOf, NAMED_FORMATS } from '../../support/valid-files';
import { expandSnippet, itemsAt, offeredAt, PLAIN, VS_CODE } from './accept';
import { structuralFindings } from './structural-findings';

const labelsOf = (step: Etape, words: string): string[] =>
  NAMED_FORMATS.filter(({ etape }) => etape === step).map(({ sons }) => `${words} ${sons ?? ''}`);
const LABELS = labelsOf('avance', "Nouvelle demande d'avance");
const LABELS_OF_SOLDES = labelsOf('solde', 'Nouvelle demande de solde');

describe('completion of a whole file', () => {
  for (const format of NAMED_FORMATS) {
    it(`of ${format.id}: sound once its stops are left as they are`, () => {
      const text = expandSnippet(newFileSnippet(format, 'fr'));
      const checked = checkedText(text, { name: fileNameOf(format) });
      const layout = formattingEdits(checked, { tabSize: 2, insertSpaces: true });
      assert.equal(TextDocument.applyEdits(checked.document, layout), text);
      const { analysis } = checked;
      assert.equal(analysis.recognition.kind === 'format' && analysis.recognition.format.id, format.id);
      assert.deepEqual(structuralFindings(analysis), []);
      assert.equal(analysis.dossier?.demandes.length, 1);
    });
  }

  it('reports its examples: no one can send them by mistake', () => {
    const [format] = NAMED_FORMATS;
    assert.ok(format);
    const { findings } = checkedText(expandSnippet(newFileSnippet(format, 'fr'))).analysis;
    const codes = new Set(findings.map(({ finding }) => finding.code));
    assert.ok(codes.has('siren-invalide') && codes.has('date-format'), [...codes].join(' '));
  });

  it('has English words in English', () => {
    const [format] = NAMED_FORMATS;
    assert.ok(format);
    assert.notEqual(newFileSnippet(format, 'en'), newFileSnippet(format, 'fr'));
  });

  it('is offered for each SONS in an empty file', () => {
    for (const before of ['|', '  \n|\n', 'nou|']) {
      const { labels, accept } = offeredAt(before);
      assert.deepEqual(labels, LABELS, JSON.stringify(before));
      assert.deepEqual(structuralFindings(checkedText(accept(LABELS[4] ?? '')).analysis), []);
    }
  });

  it('is offered for each SONS in an empty file of soldes, and in one between braces', () => {
    for (const before of ['|', '{|}']) {
      const { labels, accept } = offeredAt(before, undefined, 'mars.solde.json');
      assert.deepEqual(labels.slice(0, LABELS_OF_SOLDES.length), LABELS_OF_SOLDES, before);
      const text = accept(LABELS_OF_SOLDES[4] ?? '');
      assert.match(text, /"typeDemande": "SOLDE"[^]*"facture": \{[^]*"montantSolde": 720\.00/);
      assert.deepEqual(structuralFindings(checkedText(text, { name: 'mars.solde.json' }).analysis), []);
    }
  });

  it('is offered inside the braces of an empty object', () => {
    for (const before of ['{|}', '{|', '{ | }', '{\n  |\n}', '{\n  "|"\n}', '{\n|\n']) {
      const { labels, accept } = offeredAt(before);
      assert.deepEqual(labels.slice(0, LABELS.length), LABELS, JSON.stringify(before));
      const after = accept(LABELS[0] ?? '');
      const { analysis } = checkedText(before.includes('}') ? after : `${after}\n}`);
      assert.deepEqual(structuralFindings(analysis), [], after);
    }
    const [format] = NAMED_FORMATS;
    assert.ok(format);
    assert.equal(offeredAt('{|}\n').accept(LABELS[0] ?? ''), expandSnippet(newFileSnippet(format, 'fr')));
  });

  it('is not offered in a file that holds something, nor in another kind of file', () => {
    assert.ok(!offeredAt('{ "sons": "HOP-DPI-Va2", | }').labels.some((label) => LABELS.includes(label)));
    assert.deepEqual(offeredAt('{ }\n|').labels, []);
    assert.deepEqual(offeredAt('|', undefined, 'package.json').labels, []);
  });

  it('of the format that was chosen, when one was', () => {
    const { analysis, document } = checkedText('', { choice: 'IMG-DB-Va2.avance' });
    assert.equal(analysis.recognition.kind, 'format');
    const labels = itemsAt({ analysis, document, langue: 'fr' }, 0, VS_CODE).map(({ label }) => label);
    assert.deepEqual(labels, ["Nouvelle demande d'avance IMG-DB-Va2"]);
  });

  it('has its tags unused for a client without snippets', () => {
    const after = offeredAt('|', PLAIN).accept(LABELS[0] ?? '');
    assert.equal((JSON.parse(after) as { sons: string }).sons, 'HOP-DPI-Va2');
    assert.deepEqual(structuralFindings(checkedText(after).analysis), []);
  });
});
