import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/analysis/analyse';
import { readZipHistory, zipHistoryWith } from '../../../server/src/analysis/zip/history';
import { planZip, zipName, type PlanZip } from '../../../server/src/analysis/zip/plan-zip';
import { applyEdits } from '../../../server/src/syntax/edits';
import { NAMED_FORMATS, fileNameOf, validFile, validFileOf } from '../../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const OTHER = 'bdc-0002.pdf';

function planOf(text: string, files: Readonly<Record<string, number>>): PlanZip {
  const { dossier } = analyse({ name: 'mars.avance.json', text });
  assert.ok(dossier);
  return planZip(
    dossier,
    Object.entries(files).map(([chemin, taille]) => ({ chemin, taille })),
  );
}

const named = (name: string): string => RIGHT.replace('bdc-0001.pdf', name);
const keys = ({ refus }: PlanZip): string[] => refus.map(({ key }) => key);

describe('P01 what goes into the ZIP of a file', () => {
  for (const format of NAMED_FORMATS) {
    it(`${format.id}: each attachment, found beside the file or below`, () => {
      const text = validFile(format, 3);
      const names = [...new Set(text.match(/(?:bdc|piece)-[\d-]+\.pdf/g))];
      const { dossier } = analyse({ name: fileNameOf(format), text });
      assert.ok(dossier && names.length >= 3);
      const files = names.map((nom, rank) => ({ chemin: rank % 2 ? `pieces/${nom}` : nom, taille: 10 }));
      const plan = planZip(dossier, files);
      assert.deepEqual([plan.refus, plan.edits, plan.avis], [[], [], []]);
      assert.deepEqual(
        plan.entrees.map(({ nom, chemin }) => [nom, chemin]),
        names.map((nom, rank) => [nom, files[rank]?.chemin]),
      );
    });
  }

  it('a name that the portal would refuse changes in the ZIP and in the JSON, everywhere alike', () => {
    const illegal = 'Bon de commande n°1 signé.pdf';
    const text = RIGHT.replaceAll(/bdc-000[12]\.pdf/g, illegal);
    const { renommages, edits, entrees, refus } = planOf(text, { [`pieces/${illegal}`]: 10 });
    assert.deepEqual(refus, []);
    const en = 'Bon-de-commande-n-1-signe.pdf';
    assert.deepEqual(renommages, [{ de: illegal, en }]);
    assert.deepEqual(entrees, [{ nom: en, chemin: `pieces/${illegal}`, taille: 10 }]);
    assert.equal(applyEdits(text, edits), text.replaceAll(illegal, en));
    const again = planOf(applyEdits(text, edits), { [`pieces/${illegal}`]: 10 });
    assert.deepEqual([again.entrees, again.edits, again.refus], [entrees, [], []]);
  });

  for (const climbing of ['../x.pdf', '..\\x.pdf', '/x.pdf', 'C:\\x.pdf', '..', 'a/../../x.pdf']) {
    it(`no entry of the ZIP climbs out of it: ${climbing}`, () => {
      const text = named(JSON.stringify(climbing).slice(1, -1));
      const absent = planOf(text, { [OTHER]: 1 });
      assert.deepEqual(keys(absent), ['zip.piece-absente'], 'nothing outside of the folder is taken');
      // A file that bears this very name, as Linux allows it.
      const present = planOf(text, { [climbing]: 1, [OTHER]: 1 });
      if (keys(present).length > 0) {
        assert.deepEqual(keys(present), ['zip.piece-format'], 'nothing is prepared');
      } else {
        assert.equal(present.entrees.length, 2);
        for (const { nom } of present.entrees) assert.match(nom, /^[\w.-]+\.pdf$/);
      }
    });
  }

  it('a legal name is never given twice', () => {
    const { entrees } = planOf(named('bdc-0002é.pdf').replace('2é.pdf', '2 .pdf'), {
      'bdc-0002 .pdf': 1,
      [OTHER]: 2,
    });
    assert.equal(new Set(entrees.map(({ nom }) => nom.toLowerCase())).size, 2);
  });

  it('files are found whatever the case and the composition of accents', () => {
    const { entrees } = planOf(named('Reçu.PDF'), { ['reçu.pdf'.normalize('NFD')]: 1, [OTHER]: 1 });
    assert.deepEqual(
      entrees.map(({ nom }) => nom),
      ['Recu.PDF', OTHER],
    );
  });

  it('P02 what is missing is listed, with its request', () => {
    const { refus } = planOf(RIGHT, { 'autre.pdf': 1 });
    assert.deepEqual(
      refus.map(({ key, params }) => [key, params.nom, params.demande]),
      [
        ['zip.piece-absente', 'bdc-0001.pdf', 'REF-0001'],
        ['zip.piece-absente', OTHER, 'REF-0002'],
      ],
    );
  });

  it('a path out of the folder leads nowhere', () => {
    assert.deepEqual(keys(planOf(named('../secret.pdf'), { [OTHER]: 1, 'a/secret.txt': 1 })), [
      'zip.piece-absente',
    ]);
  });

  it('formats, sizes, doubles: each is told', () => {
    const nom = 'bdc-0001.pdf';
    const limit = 4 * 1024 * 1024;
    assert.deepEqual(keys(planOf(named('a.docx'), { 'a.docx': 1, [OTHER]: 1 })), ['zip.piece-format']);
    assert.deepEqual(keys(planOf(RIGHT, { [nom]: limit + 1, [OTHER]: 1 })), ['zip.piece-taille']);
    const near = planOf(RIGHT, { [nom]: limit, [OTHER]: 4_000_000 });
    assert.deepEqual([keys(near), near.avis.map(({ key }) => key)], [[], ['zip.piece-taille-douteuse']]);
    assert.deepEqual(keys(planOf(RIGHT, { [`a/${nom}`]: 1, [`b/${nom}`]: 1, [OTHER]: 1 })), [
      'zip.piece-ambigue',
    ]);
    assert.deepEqual(keys(planOf(named('BDC-0002.pdf'), { 'BDC-0002.pdf': 1, [OTHER]: 1 })), [
      'zip.homonymes',
    ]);
    assert.deepEqual(keys(planOf(validFileOf('MDV-LGC-Va2', 0), {})), ['zip.aucune-piece']);
  });
});

describe('P04 the name of the ZIP', () => {
  it('is legal, like the name of the file, and never one that was used', () => {
    assert.equal(zipName('mars.avance.json', []), 'mars-avance.zip');
    assert.equal(zipName('mars.solde.json', ['mars-avance.zip']), 'mars-solde.zip');
    assert.equal(zipName('mars.avance.json', ['MARS-avance.zip', 'mars-avance-2.zip']), 'mars-avance-3.zip');
    assert.equal(zipName('Août 2025.json', []), 'Aout-2025.zip');
    assert.ok(zipName(`${'a'.repeat(90)}.json`, [`${'a'.repeat(46)}.zip`]).length <= 50);
  });

  it('the history is read as it is written, and what is no history is told', () => {
    const first = { nom: 'mars.zip', date: '22/11/2026', fichier: 'mars.avance.json' };
    const text = zipHistoryWith([], first);
    assert.deepEqual(readZipHistory(text), { value: [first], problem: undefined });
    const both = readZipHistory(zipHistoryWith([first], { nom: 'avril.zip' }));
    assert.deepEqual(both.value, [first, { nom: 'avril.zip' }]);
    for (const wrong of ['', '{', '[]', '{}', '{ "zips": ["a.zip"] }', '{ "zips": [{ "nom": "" }] }']) {
      assert.equal(readZipHistory(wrong).problem?.message.key, 'zip.historique-illisible', wrong);
    }
  });
});
