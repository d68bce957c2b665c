import assert from 'node:assert/strict';
import { validFileOf } from '../support/valid-files';
import { folderWith, removeFolders, runCli, type JsonFinding } from '../support/cli';

const LATE = validFileOf('MDV-LGC-Va2').replace('"12/09/2025"', '"01/07/2026"');
const END = (status: string): string =>
  JSON.stringify({
    echeances: [{ id: 'MDV-LGC-Va2.avance-fin', value: '2026-06-30', source: ['Arrêté inventé'], status }],
  });

describe('command line: check and the calendar', () => {
  afterEach(removeFolders);

  const codesOf = async (folder: string, ...argv: string[]): Promise<[string, string][]> => {
    const { out } = await runCli(['check', '--format', 'json', ...argv], { folder });
    return (JSON.parse(out) as JsonFinding[]).map(({ code, severity }) => [code, severity]);
  };

  it('D01 --now: one minute before the desk closes, and when it does', async () => {
    const folder = folderWith({ 'a.avance.json': validFileOf('MDV-LGC-Va1') });
    assert.deepEqual(await codesOf(folder, '--now', '2022-11-30T13:59', '.'), []);
    assert.deepEqual(await codesOf(folder, '--now', '2022-11-30T14:00', '.'), [['guichet-ferme', 'warning']]);
  });

  it('D01 without --now, the clock decides: wave 1 is closed for ever', async () => {
    const folder = folderWith({ 'a.avance.json': validFileOf('MDV-LGC-Va1') });
    assert.deepEqual(await codesOf(folder, '.'), [['guichet-ferme', 'warning']]);
    const { code, out } = await runCli(['check', '.'], { folder });
    assert.equal(code, 0);
    assert.match(out, /1 demande, 1 OK, 0 KO/);
  });

  it('D03 the nearest .segur/regulation.json above each file counts', async () => {
    const folder = folderWith({
      '.segur/regulation.json': END('confirmé'),
      'a.avance.json': LATE,
      'autre/.segur/regulation.json': END('à confirmer'),
      'autre/mars/b.avance.json': LATE,
    });
    const now = ['--now', '2026-06-29'];
    assert.deepEqual(await codesOf(folder, ...now, 'a.avance.json'), [
      ['bdc-apres-fermeture', 'error'],
      ['date-improbable', 'warning'],
    ]);
    assert.deepEqual(await codesOf(folder, ...now, 'autre'), [
      ['bdc-apres-fermeture', 'warning'],
      ['date-improbable', 'warning'],
    ]);
  });

  it('one that cannot be read stops the run, and says where', async () => {
    const folder = folderWith({ '.segur/regulation.json': '{ "echeances": [', 'a.avance.json': LATE });
    const { code, err } = await runCli(['check', 'a.avance.json'], { folder });
    assert.equal(code, 2);
    assert.match(err, /regulation\.json:1:\d+/);
  });

  it('D05 the nearest .segur/segur.json says when the evidence file was complete; a wrong one stops the run', async () => {
    const signed = validFileOf('HOP-DPI-Va2').replace(/("dateSignature": )"[^"]*"/, '$1"16/08/2025"');
    const complete = (day: string): string => JSON.stringify({ dossierComplet: { 'HOP-DPI-Va2': day } });
    const folder = folderWith({
      'a.avance.json': signed,
      'su/a.avance.json': signed,
      'su/.segur/segur.json': complete('15/12/2025'),
      'faux/a.avance.json': signed,
      'faux/.segur/segur.json': complete('31/02/2025'),
    });
    const now = ['--now', '2025-12-16'];
    const ofOrders = async (name: string) =>
      (await codesOf(folder, ...now, name)).filter(([found]) => found.startsWith('bdc-'));
    assert.deepEqual(await ofOrders('a.avance.json'), []);
    assert.deepEqual(await ofOrders('su'), [['bdc-120-jours', 'error']]);
    const { code, err } = await runCli(['check', 'faux'], { folder });
    assert.equal(code, 2);
    assert.match(err, /segur\.json:1:\d+.*La date du dossier complet de HOP-DPI-Va2 n'est pas lisible/);
  });
});
