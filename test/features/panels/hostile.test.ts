import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../../server/src/analysis/analyse';
import { readRegulation } from '../../../server/src/analysis/workspace-regulation';
import type { CheckedDocument } from '../../../server/src/features/document';
import { candidatureView } from '../../../server/src/features/panels/candidature-model';
import { comparaisonView } from '../../../server/src/features/panels/comparaison-model';
import { echeancesModel } from '../../../server/src/features/panels/echeances-model';
import { montantsView } from '../../../server/src/features/panels/montants-model';
import { NO_COMPLETE_FILE_KNOWN } from '../../../server/src/regulation/complete-file';
import { parisInstant } from '../../../server/src/regulation/paris-time';
import { sampleManifests } from '../../support/manifests';
import { NAMED_FORMATS, validFile } from '../../support/valid-files';

/** HTML that breaks out of a text or of an attribute, and what a screen or a reader of the text would obey. */
const PAYLOAD = '"><script>parent.x=1</script><img src=x onerror="x=1">\u202e\u001b[2J\u009b31m\u2066';
const SHOWN = '"><script>parent.x=1</script><img src=x onerror="x=1">\uFFFD\uFFFD[2J\uFFFD31m\uFFFD';
const COMMANDING = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const NAME = `a${PAYLOAD.replaceAll('/', '')}.avance.json`;
const NOW = parisInstant({ year: 2026, month: 3, day: 5 }, 600);
const PAGES = 'client/src/panels/page';

/** A text, and the same with each of its texts in turn made hostile, then all of them. */
function* hostile(right: string): Generator<string> {
  const values = [...right.matchAll(/(?<=: )"[^"]*"/g)];
  const payload = JSON.stringify(PAYLOAD);
  for (const { index, 0: value } of values) {
    yield right.slice(0, index) + payload + right.slice(index + value.length);
  }
  yield right.replace(/(?<=: )"[^"]*"/g, payload);
  yield right.replace(/"[^"]*"(?=: )/g, (key) => JSON.stringify(key.slice(1, -1) + PAYLOAD));
}

function checked(text: string, name = NAME): CheckedDocument {
  const document = TextDocument.create(`file:///d/${encodeURIComponent(name)}`, 'segur-demande', 1, text);
  return { document, analysis: analyse({ name, text, now: NOW }), langue: 'fr' };
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* stringsIn(inner);
  }
}

/** The texts of models, none of which may command anything; true when the payload is told somewhere, letter by letter. */
function areTexts(models: Iterable<unknown>): boolean {
  let isTold = false;
  for (const text of [...models].flatMap((model) => [...stringsIn(model)])) {
    assert.equal(COMMANDING.exec(text), null, JSON.stringify(text));
    isTold ||= text.includes(SHOWN);
  }
  return isTold;
}

describe('panels over files made to harm', function () {
  this.timeout(60_000);
  const right = NAMED_FORMATS.filter(({ etape }) => etape === 'avance').map((format) => validFile(format));

  it('amounts: texts stay texts, and command nothing', () => {
    const models = right.flatMap((text) =>
      [...hostile(text)].map((one) => montantsView(checked(one), 'fr').modele),
    );
    assert.ok(areTexts(models));
  });

  it('the comparison of an avance and its solde', () => {
    const soldes = NAMED_FORMATS.filter(({ etape }) => etape === 'solde').map((format) => validFile(format));
    const models = soldes.flatMap((solde, rank) =>
      [...hostile(solde)].map(
        (one) => comparaisonView(checked(right[rank] ?? ''), checked(one, 'b.solde.json'), 'fr').modele,
      ),
    );
    assert.ok(areTexts(models));
  });

  it('a candidature', () => {
    const models = sampleManifests().flatMap((text) =>
      [...hostile(text)].map(
        (one) => candidatureView(checked(one, 'candidature.json'), { now: NOW, langue: 'fr' }).modele,
      ),
    );
    assert.ok(areTexts(models));
  });

  it('deadlines: those that a folder corrects included', () => {
    const id = 'HOP-DPI-Va2.avance-fin';
    const own = { id, value: '2027-03-12', source: [PAYLOAD], status: 'confirmé', note: PAYLOAD };
    const { value: regulation, problem } = readRegulation(JSON.stringify({ echeances: [own] }));
    assert.equal(problem, undefined);
    const models = right.flatMap((text) =>
      [...hostile(text)].map((one) =>
        echeancesModel({
          now: NOW,
          regulation,
          sonsDuFichier: PAYLOAD,
          dossier: checked(one).analysis.dossier,
          dossiersComplets: NO_COMPLETE_FILE_KNOWN,
          langue: 'fr',
        }),
      ),
    );
    assert.ok(areTexts(models));
  });

  it('no page makes elements from text, or leads anywhere but to the web', () => {
    const pages = readdirSync(PAGES).map((name) => readFileSync(join(PAGES, name), 'utf8'));
    assert.ok(pages.length >= 15);
    for (const text of pages) {
      assert.doesNotMatch(
        text,
        /innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|document\.write|srcdoc|\bon(?:click|error|load|input|change|focus\w*|key\w+|mouse\w+|pointer\w+):/,
      );
      for (const [, value] of text.matchAll(/\b(?:href|src|action|data):\s*([^,}\s]+)/g)) {
        assert.match(text, new RegExp(`${value ?? ''}\\?\\.startsWith\\('https://'\\)`));
      }
    }
  });
});
