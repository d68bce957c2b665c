import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, runCli, type Answer, type JsonFinding } from '../support/cli';

const MODEL = readFileSync(join(__dirname, '../formats/learn/modeles/seul.avance.json'), 'utf8');
const SCHEMA = '.segur/formats/MDV-LGC-Va2.avance.schema.json';
const NOW = ['--now', '2026-03-20'];

describe('segur-sons import-model', () => {
  afterEach(removeFolders);

  it('writes the schema, tells what it understood, and files of that shape are checked by it', async () => {
    const wrong = MODEL.replace('10000005479', '10000005478');
    const folder = folderWith({ 'seul.avance.json': MODEL, 'lots/mars.json': wrong });
    const { code, out, err } = await learn(folder, 'seul.avance.json');
    assert.equal(code, 0, err);
    assert.match(out, /^# Modèle importé : MDV-LGC-Va2\.avance\n/);
    assert.match(out, /Le fichier entier est une seule demande/);
    assert.match(
      out,
      /\| `docteur\.idRPPS` \| RPPS \| haute \| son nom dit « rpps » ; ses valeurs ont 11 chiffres/,
    );
    assert.match(out, /- `msp` : toujours null/);
    assert.match(out, /rôle absent de ce modèle : Bénéficiaires/);
    assert.match(err, /Modèle écrit/);
    const schema = JSON.parse(readFileSync(join(folder, SCHEMA), 'utf8')) as Record<string, unknown>;
    assert.equal(schema['x-sons'], 'MDV-LGC-Va2');
    const checked = await runCli(['check', '--format', 'json', ...NOW, 'lots/mars.json'], { folder });
    const findings = JSON.parse(checked.out) as JsonFinding[];
    assert.deepEqual(
      findings.map((finding) => finding.code),
      ['rpps-cle'],
    );
  });

  it('a SONS that was learnt can be named in .segur/segur.json', async () => {
    const folder = folderWith({
      'm.avance.json': '{"lot": [{"siren": "268708518", "montantHT": 1}], "auteur": null}',
      'autre.json': '{"lot": [{"siren": "268708519"}]}',
      '.segur/segur.json': '{ "fichiers": { "autre.json": "BIO-SGL-Va2.avance" } }',
    });
    const unknown = await runCli(['check', 'autre.json', ...NOW], { folder });
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /« BIO-SGL-Va2\.avance » n'est pas un modèle connu/);
    assert.equal((await learn(folder, 'm.avance.json', '--sons', 'BIO-SGL-Va2')).code, 0);
    const known = await runCli(['check', 'autre.json', ...NOW], { folder });
    assert.match(known.out, /\[siren-invalide\]/);
  });

  it('asks for what the model does not say, and refuses what cannot be', async () => {
    const folder = folderWith({
      'm.json': '{"a": {"siren": null}}',
      'faux.json': '{"a":',
      'liste.json': '[]',
    });
    const refusals: readonly (readonly [argv: readonly string[], err: RegExp])[] = [
      [[], /import-model/],
      [['m.json'], /--sons MDV-LGC-Va2/],
      [['m.json', '--sons', '../x'], /ne peut pas servir de nom/],
      [['m.json', '--sons', 'BIO-SGL-Va2'], /--etape avance/],
      [['m.json', '--sons', 'BIO-SGL-Va2', '--etape', 'autre'], /avance, solde/],
      [['faux.json'], /« faux\.json » n'est pas un JSON lisible/],
      [['liste.json'], /accolade/],
      [['absent.json'], /absent\.json/],
    ];
    for (const [argv, told] of refusals) {
      const { code, err } = await learn(folder, ...argv);
      assert.equal(code, 2, argv.join(' '));
      assert.match(err, told);
    }
  });

  it('a new import says what changed, and replaces the model with --force only', async () => {
    const newer = MODEL.replace('"refDemande"', '"numeroDemande"');
    const folder = folderWith({ 'seul.avance.json': MODEL, 'nouveau.avance.json': newer });
    await learn(folder, 'seul.avance.json');
    const refused = await learn(folder, 'nouveau.avance.json');
    assert.equal(refused.code, 2);
    assert.match(refused.err, /existe déjà.*--force/);
    const { code, out } = await learn(folder, 'nouveau.avance.json', '--force');
    assert.equal(code, 0);
    const changes = /## Ce qui a changé depuis l'import précédent\n\n(.*?)\n\n/s.exec(out)?.[1];
    assert.equal(changes, '- Référence de la demande : `refDemande` devient `numeroDemande`');
    const unfit = /## Fichiers[^\n]*\n\n(.*?)\n$/s.exec(out)?.[1];
    assert.match(unfit ?? '', /^- `seul\.avance\.json`[^\n]*$/);
  });

  it('a model that cannot be read stops a check, with its place', async () => {
    const folder = folderWith({ [SCHEMA]: '{\n  "type": "objet"\n}', 'a.avance.json': MODEL });
    const { code, err } = await runCli(['check', 'a.avance.json'], { folder });
    assert.equal(code, 2);
    assert.match(err, /MDV-LGC-Va2\.avance\.schema\.json/);
  });
});

function learn(folder: string, ...argv: readonly string[]): Promise<Answer> {
  return runCli(['import-model', ...argv], { folder });
}
