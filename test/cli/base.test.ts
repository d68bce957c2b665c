import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';

const AVANCE = readFileSync('samples/hopital/dpi-correct.avance.json', 'utf8');
const INELIGIBLE = AVANCE.replace('990000119', '990000999');
const BASE = readFileSync('samples/base-es-fictive.csv', 'utf8');
const ANOTHER = 'FINESS;Raison sociale\n990000999;Un autre (fictif)\n990000127;B\n990000135;C\n990000143;D\n';

describe('the base of eligible establishments on the command line', () => {
  afterEach(removeFolders);

  const codesOf = async (argv: readonly string[], files: Record<string, string>): Promise<string[]> => {
    const { out, err } = await runCli([...argv, '--format', 'json'], { folder: folderWith(files) });
    assert.notEqual(out, '', err);
    const findings = JSON.parse(out) as JsonFinding[];
    return findings.map(({ code }) => code).filter((code) => code === 'finess-ineligible');
  };

  it('I07 check --base holds requests against it; without one nothing is said', async () => {
    const files = { 'a.avance.json': INELIGIBLE, 'base.csv': BASE };
    assert.deepEqual(await codesOf(['check', 'a.avance.json', '--base', 'base.csv'], files), [
      'finess-ineligible',
    ]);
    assert.deepEqual(await codesOf(['check', 'a.avance.json'], files), []);
  });

  it('.segur/segur.json names it, from its own folder; --base wins', async () => {
    const files = {
      'lots/a.avance.json': INELIGIBLE,
      'communs/base.csv': BASE,
      'autre.csv': ANOTHER,
      'lots/.segur/segur.json': '{ "base": { "fichier": "../communs/base.csv" } }',
    };
    assert.deepEqual(await codesOf(['check', 'lots'], files), ['finess-ineligible']);
    assert.deepEqual(await codesOf(['check', 'lots', '--base', 'autre.csv'], files), []);
  });

  it('M01 price takes its ceilings', async () => {
    const folder = folderWith({ 'a.avance.json': AVANCE, 'base.csv': BASE });
    const { out } = await runCli(['price', 'a.avance.json', '--base', 'base.csv'], { folder });
    assert.match(out, /DPI-2025-001 .* 413\s313,85/);
  });

  it('fix is held against it too, and changes no number by itself', async () => {
    const folder = folderWith({ 'a.avance.json': INELIGIBLE, 'base.csv': BASE });
    const { code, out } = await runCli(['fix', 'a.avance.json', '--base', 'base.csv', '--dry-run'], {
      folder,
    });
    assert.equal(code, 1);
    assert.doesNotMatch(out, /990000119/);
  });

  for (const [what, base, said] of [
    ['a base that is not there', undefined, /introuvable|n'existe pas/],
    ['an empty base', '', /ne contient rien/],
    ['a base without a FINESS', 'a;b\n1;2\n', /aucun en-tête avec une colonne FINESS/],
  ] as const) {
    it(`${what} stops the run with 2: a check without it would mislead`, async () => {
      const folder = folderWith({ 'a.avance.json': AVANCE, ...(base !== undefined && { 'base.csv': base }) });
      for (const command of ['check', 'fix', 'price']) {
        const { code, err } = await runCli([command, 'a.avance.json', '--base', 'base.csv'], { folder });
        assert.equal(code, 2, command);
        assert.match(err, said);
      }
    });
  }

  it('a base that the settings name stops it as well, but not the command that needs none', async () => {
    const files = {
      'a.avance.json': AVANCE,
      '.segur/segur.json': '{ "base": { "fichier": "absente.csv" } }',
    };
    const folder = folderWith(files);
    assert.equal((await runCli(['check', 'a.avance.json'], { folder })).code, 2);
    assert.equal((await runCli(['solde', 'a.avance.json'], { folder })).code, 0);
  });

  it('segur-sons base tells what became of each row', async () => {
    const ugly = `${ANOTHER}990000999;Un autre (fictif)\nabc;D\n90000135;E\n`;
    const folder = folderWith({ 'base.csv': ugly });
    const { code, out } = await runCli(['base', 'base.csv'], { folder });
    assert.equal(code, 0);
    assert.match(out, /Lignes lues : 7\.[^]*Établissements retenus : 5\.[^]*Lignes laissées de côté : 2\./);
    assert.match(out, /zéro de tête a été rétabli : 1/);
    assert.match(out, /Ligne 6 .*déjà à la ligne 2[^]*Ligne 7 : « abc »/);
    const json = JSON.parse((await runCli(['base', 'base.csv', '--format', 'json'], { folder })).out) as {
      lues: number;
      refus: { ligne: number; motif: string }[];
    };
    assert.equal(json.lues, 7);
    assert.deepEqual(
      json.refus.map(({ ligne, motif }) => [ligne, motif]),
      [
        [6, 'doublon-identique'],
        [7, 'finess-impossible'],
      ],
    );
    assert.equal((await runCli(['base'], { folder })).code, 2);
  });
});
