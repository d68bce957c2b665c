import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REGULATION } from '../../server/src/regulation/regulation';
import { ALL_RULES } from '../../server/src/rules/all';
import { folderWith, removeFolders, runCli } from '../support/cli';
import { sayItInPseudo, unsaid } from '../support/pseudo';

const names = readdirSync('samples', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(json|csv|xlsx)$/.test(name),
);
const files = Object.fromEntries(names.map((name) => [name, readFileSync(path.join('samples', name))]));
const settings = {
  exceptions: [
    {
      fichier: 'hopital/dpi-a-corriger.avance.json',
      regle: 'date-format',
      motif: 'Motif',
      jusquau: '31/12/2026',
    },
    { fichier: 'absent.json', regle: 'date-format', motif: 'Motif', jusquau: '01/01/2026' },
  ],
};
/** What a line may quote: the files, the codes, the documents that are cited. */
const data = [
  'Lisez-moi', // a sheet of the workbook
  'commun.avance', // the model of a file that says no SONS
  ...names,
  ...Object.values(files).map(String),
  JSON.stringify(settings),
  ...ALL_RULES.map(({ code }) => code),
  ...[...REGULATION.sources.values()].map((source) => JSON.stringify(source)),
];
const NOW = ['--now', '2026-03-05'];
const BASE = ['--base', 'base-es-fictive.xlsx'];
const WRONG = 'hopital/dpi-a-corriger.avance.json';
const RIGHT = 'hopital/dpi-correct.avance.json';

/** Command lines, and the code that each ends with. */
const LINES: readonly (readonly [readonly string[], number])[] = [
  [['check', '.', ...NOW], 1],
  [['check', '.', ...NOW, ...BASE, '--max-warnings', '0'], 1],
  [['check', RIGHT, ...NOW], 0],
  [['fix', '.', '--dry-run', ...NOW], 2],
  [['fix', WRONG, ...NOW], 1],
  [['price', '.', ...NOW], 1],
  [['price', 'medecins-de-ville', ...NOW, ...BASE], 1],
  [['deadlines', ...NOW], 0],
  [['exceptions', '.', ...NOW], 1],
  [['base', 'base-es-fictive.xlsx'], 0],
  [['base', 'base-es-fictive.csv'], 0],
  [['split', 'hopital/dpi-correct.avance.json', '--ok-ko', '-o', '.'], 0],
  [['solde', RIGHT, '-o', 'neuf.json'], 0],
  [['solde', RIGHT], 2],
  [['solde', 'autre-fichier.json'], 2],
  [['zip', RIGHT], 2],
  [['check', 'absent.json'], 2],
  [['check', '*.absent'], 2],
  [['check', RIGHT, '--now', 'demain'], 2],
  [['check', RIGHT, '--rien'], 2],
  [['check', RIGHT, '--base', 'autre-fichier.json'], 2],
  [['deadlines', 'RIEN'], 2],
  [['inconnue'], 2],
  [[], 2],
  [['--help'], 0],
];

describe('the command line says nothing that is not of the catalogue', () => {
  sayItInPseudo();
  afterEach(removeFolders);

  for (const [argv, expected] of LINES) {
    it(argv.join(' ') || 'without arguments', async () => {
      const folder = folderWith({ ...files, '.segur/segur.json': JSON.stringify(settings) });
      const { code, out, err } = await runCli(argv, { folder });
      assert.equal(code, expected, out + err);
      assert.match(out + err, /⟦/);
      // The program's own name opens what it says to people.
      assert.deepEqual(unsaid([out, err], [...data, ...argv, folder, 'segur-sons']), []);
    });
  }

  it('import-model, reasons left out, which cut tags into words', async () => {
    const folder = folderWith({ 'export-crm.json': files['export-crm.json'] ?? '' });
    const argv = ['import-model', 'export-crm.json', '--sons', 'MDV-LGC-Va2', '--etape', 'avance'];
    const { out, err } = await runCli(argv, { folder });
    const said = (out + err).replaceAll(/^\|.*\|$/gm, (row) => row.split('|').slice(0, 4).join('|'));
    assert.match(said, /ḓḗḗṽīīḗḗƞŧ/);
    assert.deepEqual(unsaid([said], [...data, ...argv, '.segur/formats/.schema.json', 'segur-sons']), []);
  });

  it('check --format sarif: what people read of it', async () => {
    const folder = folderWith(files);
    const { out } = await runCli(['check', WRONG, '--format', 'sarif', ...NOW], { folder });
    const texts = [...out.matchAll(/"(?:text|markdown)":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
      String(text).replaceAll(/https:[^\s)"\\]*/g, ''),
    );
    assert.ok(texts.length > 50);
    assert.deepEqual(unsaid(texts, data), []);
  });
});
