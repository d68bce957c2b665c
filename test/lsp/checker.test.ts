import { NO_MERGER } from '../../server/src/dossier/fusions';
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker } from '../../server/src/lsp/checker';
import type { Period } from '../../server/src/regulation/period';
import { FormatRegistry } from '../../server/src/formats/registry';
import type { RuleSettings } from '../../server/src/rules/run';
import { validFileOf } from '../support/valid-files';

const URI = 'file:///depot/mars.avance.json';
/** Long enough for a check to give way several times. */
const LONG = validFileOf('MDV-LGC-Va2', 1500).replace('true', 'vrai');

describe('a check that gives way', () => {
  let settings: RuleSettings;
  let checker: Checker;
  let period: Period;
  beforeEach(() => {
    settings = {};
    period = { since: 0, until: 1 };
    checker = new Checker({
      settings: () => settings,
      choice: () => undefined,
      registry: () => new FormatRegistry(),
      regulation: () => undefined,
      dossiersComplets: () => undefined,
      base: () => undefined,
      exceptions: () => [],
      fusions: () => NO_MERGER,
      now: () => period.since,
      period: () => period,
    });
  });

  const codes = (document: TextDocument): string[] =>
    checker.now(document).findings.map(({ finding }) => finding.code);
  const opened = (text: string): TextDocument => TextDocument.create(URI, 'segur-demande', 1, text);

  it('is dropped when the file is closed and another text is opened at the same version', async () => {
    const old = checker.inPieces(opened(LONG));
    checker.forget(URI);
    const other = opened('{}');
    const fresh = await checker.inPieces(other);
    assert.equal(await old, undefined);
    assert.equal(fresh?.text, '{}');
    assert.equal(checker.now(other).text, '{}');
  });

  it('stands for its period only, the one that was begun before it included', async () => {
    const document = opened(LONG);
    const old = checker.inPieces(document);
    period = { since: 1, until: 2 };
    const fresh = await checker.inPieces(document);
    assert.ok(fresh);
    assert.equal(await old, undefined);
    assert.equal(checker.now(document), fresh);
    period = { since: 2, until: 3 };
    assert.notEqual(checker.now(document), fresh);
  });

  it('is dropped when the settings change, though a new check of the same text is under way', async () => {
    const document = opened(LONG);
    const old = checker.inPieces(document);
    settings = { 'litteral-invalide': 'off' };
    checker.forgetAll();
    const fresh = checker.inPieces(document);
    assert.equal(await old, undefined);
    await fresh;
    assert.ok(!codes(document).includes('litteral-invalide'));
  });
});
