import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { readLearntFormat } from '../../server/src/analysis/workspace-formats';
import { readRegulation } from '../../server/src/analysis/workspace-regulation';
import { readWorkspaceSettings } from '../../server/src/analysis/workspace-settings';
import { readZipHistory, zipHistoryWith } from '../../server/src/analysis/zip/history';
import { zipName } from '../../server/src/analysis/zip/plan-zip';
import { schemaOf } from '../../server/src/formats/learn/model-schema';
import { readModel } from '../../server/src/formats/learn/read-model';
import { loadBase } from '../../server/src/registry/import/load-base';
import { finish } from '../../server/src/registry/table/steps';
import { LONGEST_NAME, legalNames } from '../../server/src/rules/pieces/legal-name';
import { modelOf } from '../../test/support/learnt';
import { number, workbook } from '../../test/registry/workbook';
import type { RandomNumbers } from '../support/random.mjs';
import { target, type Target } from './target';
import { anything, spoilt } from './texts';

const SETTINGS = `{ "base": { "fichier": "base.csv", "feuille": "ES" }, "fichiers": { "a.json": "ignorer" },
  "regles": { "date-format": "off" }, "dossierComplet": { "HOP-DPI-Va2": "12/03/2026" }, "fusions": [],
  "exceptions": [{ "regle": "date-format", "fichier": "a.json", "motif": "x", "jusqu'au": "12/03/2026" }] }`;
const REGULATION = `{ "echeances": [{ "id": "x", "value": "12/03/2026", "source": ["S1"], "status": "confirmé" }] }`;
const HISTORY = zipHistoryWith([{ nom: 'a.zip' }], { nom: 'b.zip', date: '12/03/2026', fichier: 'b.json' });
const MODEL = `{ "sons": "HOP-DPI-Va2", "etape": "AVANCE", "demandes": [{ "reference": "A", "finess": "870000064",
  "montantHT": 300.00, "dateSignature": "12/03/2026", "pieces": [{ "nomFichier": "bdc.pdf" }] }] }`;
const LEARNT = JSON.stringify(
  schemaOf(modelOf({ name: 'm.json', text: MODEL }), { sons: 'HOP-DPI-Va2', etape: 'avance' }),
);
const CSV = readFileSync('samples/base-es-fictive.csv', 'utf8').slice(0, 600);
const BOOK = unzipSync(
  workbook({
    ES: [
      ['FINESS', 'Raison sociale', 'HOP-DPI-Va2 V2 HT'],
      ['990000119', 'ES', number(12.5, 1)],
    ],
  }),
);
/** Not packed, so that what is spoilt is the XML inside as often as the archive around it. */
const XLSX = Buffer.from(zipSync(BOOK, { level: 0 })).toString('latin1');

const likeOrAny =
  (right: string) =>
  (random: RandomNumbers): string =>
    random.nat(6) === 0 ? anything(random) : spoilt(random, right);

/** What lies beside the requests, or is brought in: made by anybody. */
export const FILE_TARGETS: readonly Target[] = [
  target('.segur/segur.json', {
    make: likeOrAny(SETTINGS),
    check: (text) => void readWorkspaceSettings(text),
  }),
  target('.segur/regulation.json', {
    make: likeOrAny(REGULATION),
    check: (text) => void readRegulation(text),
  }),
  target('.segur/zip-history.json, and the next name', {
    make: likeOrAny(HISTORY),
    check: (text) => {
      const used = readZipHistory(text).value.map(({ nom }) => nom);
      const free = zipName('a.avance.json', used);
      assert.ok(!used.includes(free) && isLegal(free), free);
    },
  }),
  target('.segur/formats: a learnt model', {
    make: likeOrAny(LEARNT),
    check: (text) => void readLearntFormat('HOP-DPI-Va2.avance.schema.json', text),
  }),
  target('imports: an official model to learn', {
    make: likeOrAny(MODEL),
    check: (text) => void readModel([{ name: 'modele.json', text }]),
  }),
  target('imports: a base in CSV', {
    make: likeOrAny(CSV),
    check: (text) => void finish(loadBase(new TextEncoder().encode(text), 'base.csv')),
  }),
  target('imports: a base in XLSX', {
    make: (random) => spoilt(random, XLSX),
    check: (text) => void finish(loadBase(Buffer.from(text, 'latin1'), 'base.xlsx')),
  }),
  target('names of attachments', {
    make: (random) => Array.from({ length: 1 + random.nat(4) }, () => anything(random)),
    check: (names) => {
      const legal = legalNames(names);
      assert.ok(legal.every(isLegal), legal.join('\n'));
      const made = new Set(legal.map((name) => name.toLowerCase()));
      const kept = names.filter((name, rank) => name === legal[rank]);
      assert.ok(made.size >= legal.length - kept.length, legal.join('\n'));
    },
  }),
];

function isLegal(name: string): boolean {
  return name.length <= LONGEST_NAME && /^[\w.-]+$/.test(name);
}
