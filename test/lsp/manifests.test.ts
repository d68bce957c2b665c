import assert from 'node:assert/strict';
import { readWorkspaceSettings } from '../../server/src/analysis/workspace-settings';
import { Manifests } from '../../server/src/lsp/manifests';
import type { DossierComplet } from '../../server/src/regulation/complete-file';

const FOLDER = 'file:///depot/hopital';
const FILE = `${FOLDER}/mars.avance.json`;
/** As some clients write it. */
const MANIFEST = `${FOLDER}/dpi%2Ecandidature.json`;

const manifest = (jour: string, sons = 'HOP-DPI-Va2'): string =>
  `{ "sons": "${sons}", "etapes": { "depotPreuves": { "dateDossierComplet": "${jour}" } } }`;

/** A folder whose files are in a map, by name. */
function inFolder(files: Map<string, string>): Manifests {
  return new Manifests(
    (uri) => Promise.resolve(files.get(decodeURIComponent(uri.slice(FOLDER.length + 1)))),
    (uri) => Promise.resolve(uri === FOLDER ? [...files.keys()].map((nom) => ({ nom, dossier: false })) : []),
  );
}

const day = (manifests: Manifests, uri = FILE) => manifests.dossiersComplets(uri).get('HOP-DPI-Va2');

describe('what manifests say to the files beside them', () => {
  it('D05 M05 is the day of their complete file, and their steps', async () => {
    const manifests = inFolder(new Map([['dpi.candidature.json', manifest('24/11/2025')]]));
    assert.equal(day(manifests), undefined);
    assert.equal(await manifests.follow(FILE), true);
    assert.equal(await manifests.follow(FILE), false);
    assert.deepEqual(day(manifests), { year: 2025, month: 11, day: 24 });
    assert.equal(manifests.of('HOP-DPI-Va2', FILE)?.avancement['date-2'].fait, true);
    assert.equal(day(manifests, 'file:///depot/autre/mars.avance.json'), undefined);
  });

  it('wins over the setting, is the same object while it holds, and leaves other SONS alone', async () => {
    const manifests = inFolder(new Map([['dpi.candidature.json', manifest('24/11/2025')]]));
    await manifests.follow(FILE);
    const settings = new Map<string, DossierComplet>([
      ['HOP-DPI-Va2', 'aucun-a-la-date-2'],
      ['IMG-DB-Va2', { year: 2026, month: 5, day: 12 }],
    ]);
    const merged = manifests.dossiersComplets(FILE, settings);
    assert.deepEqual(merged.get('HOP-DPI-Va2'), { year: 2025, month: 11, day: 24 });
    assert.deepEqual(merged.get('IMG-DB-Va2'), { year: 2026, month: 5, day: 12 });
    assert.equal(manifests.dossiersComplets(FILE, settings), merged);
  });

  it('takes the open text rather than the disk, and the disk again once it is closed', async () => {
    const manifests = inFolder(new Map([['dpi.candidature.json', manifest('24/11/2025')]]));
    await manifests.follow(FILE);
    assert.equal(manifests.setOpen(MANIFEST, manifest('01/12/2025')), true);
    assert.equal(manifests.setOpen(MANIFEST, `${manifest('01/12/2025')}\n`), false);
    assert.deepEqual(day(manifests), { year: 2025, month: 12, day: 1 });
    assert.equal(manifests.setOpen(MANIFEST, undefined), true);
    assert.deepEqual(day(manifests), { year: 2025, month: 11, day: 24 });
    assert.equal(manifests.setOpen(FILE, '{}'), false);
  });

  it('A06 V01 tells apart what only rules that cross files read', async () => {
    const told: string[] = [];
    const text = (version: string): string =>
      manifest('24/11/2025').replace(
        '{ "sons"',
        `{ "solution": { "versionReferencee": "${version}" }, "sons"`,
      );
    const manifests = new Manifests(
      () => Promise.resolve(text('2.4')),
      () => Promise.resolve([{ nom: 'dpi.candidature.json', dossier: false }]),
      (folder) => told.push(folder),
    );
    assert.equal(await manifests.follow(FILE), true);
    assert.equal(manifests.of('HOP-DPI-Va2', FILE)?.versionReferencee, '2.4');
    assert.deepEqual(told, []);
    assert.equal(manifests.setOpen(MANIFEST, text('2.5')), false, 'nothing is checked anew');
    assert.equal(manifests.of('HOP-DPI-Va2', FILE)?.versionReferencee, '2.5');
    assert.deepEqual(told, [FOLDER]);
  });

  it('says nothing where two manifests are of one SONS', async () => {
    const files = new Map([
      ['a.candidature.json', manifest('24/11/2025')],
      ['é b.candidature.json', manifest('01/12/2025')],
    ]);
    const manifests = inFolder(files);
    await manifests.follow(FILE);
    assert.equal(day(manifests), undefined);
    files.delete('a.candidature.json');
    await manifests.reloadAll();
    assert.deepEqual(day(manifests), { year: 2025, month: 12, day: 1 });
  });

  it('A07 gives the mergers of every manifest beside a file, with those of the settings: one list while it holds', async () => {
    const merger = (finess: string, jour: string): string =>
      `"fusions": [{ "type": "FUSION_ABSORPTION", "dateDeclaration": ${jour}, "FINESSA": "870000064", "FINESSB": "${finess}" }]`;
    const files = new Map([
      ['a.candidature.json', `{ "sons": "HOP-DPI-Va2", ${merger('990000127', 'null')} }`],
      ['b.candidature.json', `{ "sons": "HOP-PFI-Va2", ${merger('990000135', '"12/01/2026"')} }`],
    ]);
    const manifests = inFolder(files);
    assert.deepEqual(manifests.fusions(FILE), []);
    await manifests.follow(FILE);
    const told = manifests.fusions(FILE);
    assert.deepEqual(
      told.map(({ b, declaree, fichier }) => [b, declaree, fichier]),
      [
        ['990000127', false, 'a.candidature.json'],
        ['990000135', true, 'b.candidature.json'],
      ],
    );
    assert.equal(manifests.fusions(FILE), told);
    const { fusions } = readWorkspaceSettings(`{ ${merger('990000127', '"09/01/2026"')} }`);
    assert.deepEqual(
      manifests.fusions(FILE, fusions).map(({ b, declaree }) => [b, declaree]),
      [
        ['990000127', true],
        ['990000135', true],
      ],
    );
  });

  it('takes nothing of a manifest without a SONS, nor of a broken one', async () => {
    const files = new Map([
      ['a.candidature.json', '{ "sons": null }'],
      ['b.candidature.json', '{ "sons": '],
      ['c.candidature.json', ''],
    ]);
    assert.equal(await inFolder(files).follow(FILE), false);
  });
});
