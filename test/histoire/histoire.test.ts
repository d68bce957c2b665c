import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { COMPARER, type Comparaison } from '../../server/src/lsp/protocol';
import { runCli, type JsonFinding } from '../support/cli';
import { matchesGolden } from '../support/golden';
import { eventually } from '../support/lsp-client';
import { fromCommandLine, NOW, rendered, plain, WorkspaceInEditor, type Told } from './two-ways';

const STORY = join(__dirname, 'dossier');

const FILES = filesIn(STORY);
const AVANCES = FILES.filter((name) => name.endsWith('.avance.json'));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(avance|solde|candidature)\.json$/.test(name))
    .sort();
}

function textOf(name: string, folder = STORY): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** What the command line says of a whole folder, file by file. */
async function checked(folder: string): Promise<ReadonlyMap<string, readonly Told[]>> {
  const { out } = await runCli(['check', '--format', 'json', '--now', NOW, '.'], { folder });
  const findings = JSON.parse(out) as JsonFinding[];
  return new Map(
    filesIn(folder).map((name) => [name, fromCommandLine(findings.filter(({ file }) => file === name))]),
  );
}

describe('the story of three publishers, from avance to solde', () => {
  let cli: ReadonlyMap<string, readonly Told[]>;
  let editor: WorkspaceInEditor;

  before(async () => {
    cli = await checked(STORY);
    editor = await WorkspaceInEditor.over(STORY);
  });
  after(() => editor.dispose());

  for (const name of FILES) {
    it(`A01–A07 U01–U03 P01 P02 M08–M11 V01 ${name}: every finding and nothing else`, async () => {
      const inTerminal = cli.get(name) ?? [];
      // The Problems view lists files of requests; a manifest shows its findings once it is open.
      if (!name.endsWith('.candidature.json')) {
        assert.deepEqual((await editor.findingsLike(name, inTerminal)).map(plain), inTerminal);
      }
      await editor.open(name, textOf(name));
      const opened = await editor.findingsLike(name, inTerminal);
      assert.deepEqual(opened.map(plain), inTerminal);
      const shown = rendered(textOf(name), await editor.withFixes(name, opened));
      matchesGolden(join(STORY, name.replace(/\.json$/, '.expected')), shown);
    });
  }

  it('and all stays so once everything is read and open', async () => {
    for (const name of FILES) {
      await editor.open(name, textOf(name));
      assert.deepEqual((await editor.findings(name)).map(plain), cli.get(name), name);
    }
  });
});

describe('the story goes on in the editor', () => {
  let editor: WorkspaceInEditor;
  beforeEach(async () => {
    editor = await WorkspaceInEditor.over(STORY);
  });
  afterEach(() => editor.dispose());

  const until = (name: string, code: string, isThere: boolean): Promise<true> =>
    eventually<true>(`${code} ${isThere ? 'in' : 'gone from'} ${name}`, async () => {
      const told = await editor.findings(name);
      return told.length > 0 && told.some((one) => one.code === code) === isThere ? true : undefined;
    });
  const compared = async (avance: string, solde: string): Promise<string[]> => {
    await editor.open(avance, textOf(avance));
    await editor.open(solde, textOf(solde));
    const { modele } = await editor.client.connection.sendRequest<Comparaison>(COMPARER, {
      avance: editor.uriOf(avance),
      solde: editor.uriOf(solde),
    });
    return modele.lignes.map(({ demande, sort }) => `${demande} ${sort}`);
  };

  it('A06 the third pilot has its report: nothing holds the soldes back any more', async () => {
    const [solde, manifest] = ['imagerie/ris.solde.json', 'imagerie/ris.candidature.json'];
    await until(solde, 'solde-avant-pilotes', true);
    const report = '"nomFichier": "pv-mel-r3.pdf",\n        "dateDocument": "03/03/2026"';
    const text = textOf(manifest).replace(/"nomFichier": null,\s+"dateDocument": null/, report);
    assert.ok(text.includes(report));
    await editor.open(manifest, text);
    await until(solde, 'solde-avant-pilotes', false);
    assert.deepEqual(await editor.findings(manifest), []);
  });

  it('M11 without its mergers, the order of the one that absorbed is above its ceiling', async () => {
    const [avance, manifest] = ['hopital/2025-10.avance.json', 'hopital/dpi.candidature.json'];
    await until(avance, 'plafond-depasse', false);
    await editor.open(manifest, JSON.stringify({ ...JSON.parse(textOf(manifest)), fusions: [] }));
    await until(avance, 'plafond-depasse', true);
  });

  it('A01 A02 A03 A04 the panel that compares tells the four cases', async () => {
    assert.deepEqual(await compared('hopital/2025-10.avance.json', 'hopital/2026-03.solde.json'), [
      'GAR-001 identique',
      'GAR-002 retire',
      'GAR-003 ajoute',
      'GAR-004 remplace',
      'GAR-005 identique',
      'GAR-006 remplace',
      'GAR-007 identique',
      'GAR-008 identique',
      'GAR-009 remplace',
      'GAR-010 identique',
      'GAR-011 identique',
      'GAR-012 identique',
      'GAR-013 retire',
      'GAR-099 sans-avance',
    ]);
    assert.deepEqual(await compared('imagerie/ris.avance.json', 'imagerie/ris.solde.json'), [
      'MEL-R1 identique',
      'MEL-R2 retire',
      'MEL-R3 ajoute',
    ]);
    const medecins = 'medecins-de-ville';
    assert.deepEqual(
      await compared(`${medecins}/2026-02-cabinets.avance.json`, `${medecins}/2026-03.solde.json`),
      ['SAR-001 identique', 'SAR-002 identique', 'SAR-003 remplace'],
    );
  });
});

describe('the story goes on at the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segur-histoire-'));
    cpSync(STORY, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What the soldes inherit of their avances, and what their manifests hold back: all else that is told is a fault. */
  const INHERITED: Readonly<Record<string, readonly string[]>> = {
    'hopital/2025-10': ['balise-incertaine', 'fusion-non-declaree', 'fusion-non-declaree'],
    'hopital/2025-12': ['balise-incertaine'],
    'imagerie/drimbox': ['solde-avant-pilotes', 'balise-incertaine'],
    'imagerie/ris': ['solde-avant-pilotes', 'balise-incertaine'],
    'medecins-de-ville/2026-02-cabinets': ['beneficiaire-en-double-ailleurs'],
    'medecins-de-ville/2026-02-suite': ['beneficiaire-en-double-ailleurs', 'prestation-incompatible'],
  };

  it('A08 P03 the solde made from each avance adds no fault but the attachments that are still to come', async () => {
    for (const name of FILES) if (/2026-03\.solde|ris\.solde/.test(name)) rmSync(join(folder, name));
    for (const avance of AVANCES) {
      const { code, err } = await runCli(['solde', avance], { folder });
      const isWhole = avance !== 'imagerie/ris.avance.json';
      assert.equal(code, isWhole ? 0 : 1, avance);
      assert.match(err, isWhole ? /^$/ : /au moins une erreur : 1\./, avance);
    }
    const told = await checked(folder);
    const codes = AVANCES.map((avance) => {
      const name = avance.replace('.avance.json', '');
      const all = (told.get(`${name}.solde.json`) ?? []).map(({ code }) => code);
      const inherited = all.filter((code) => code !== 'piece-manquante');
      const toCome = readFileSync(join(folder, `${name}.solde.json`), 'utf8').split('"nomFichier": null');
      assert.ok(toCome.length > 1);
      assert.equal(all.length - inherited.length, toCome.length - 1, name);
      return [name, inherited];
    });
    assert.deepEqual(Object.fromEntries(codes), INHERITED);
  });

  it('P01 P04 the ZIP of an avance has its attachments, under names that the portal takes and that served once', async () => {
    const avance = 'imagerie/ris.avance.json';
    for (const zip of ['ris-avance.zip', 'ris-avance-2.zip']) {
      const { code, err } = await runCli(['zip', avance], { folder });
      assert.deepEqual([code, err], [0, ''], zip);
      const names = Object.keys(unzipSync(readFileSync(join(folder, dirname(avance), zip))));
      assert.deepEqual(names.map((name) => basename(name)).sort(), [
        'bdc-mel-r1.pdf',
        'bdc-mel-r3.pdf',
        'bon-de-commande-n-2-signe.pdf',
      ]);
    }
    const told = (await checked(folder)).get(avance) ?? [];
    assert.deepEqual(
      told.map(({ code }) => code),
      ['balise-incertaine'],
    );
  });

  it('P02 no ZIP without an attachment that is missing', async () => {
    const { code, err } = await runCli(['zip', 'imagerie/drimbox.avance.json'], { folder });
    assert.equal(code, 2);
    assert.match(err, /bdc-mel-d2\.pdf[^]*rien n'a été écrit/);
  });
});
