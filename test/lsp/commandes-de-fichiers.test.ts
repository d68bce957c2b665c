import assert from 'node:assert/strict';
import {
  COMPARER,
  DECOUPER,
  PREPARER_ZIP,
  type Comparaison,
  type Decoupes,
  type ZipPrepare,
} from '../../server/src/lsp/protocol';
import { LspClient } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

const URI = 'file:///depot/mars%202.avance.json';
const SOLDE = 'file:///depot/mars%202.solde.json';

describe('commands on files, as our client asks for them', () => {
  let client: LspClient;

  beforeEach(async () => {
    client = LspClient.inProcess();
    await client.initialize();
  });
  afterEach(() => client.dispose());

  const cut = (par: string, uri = URI) =>
    client.connection.sendRequest<Decoupes | null>(DECOUPER, { uri, par });
  const zip = (fichiers: readonly object[], historique: string | null = null) =>
    client.connection.sendRequest<ZipPrepare | null>(PREPARER_ZIP, { uri: URI, fichiers, historique });

  it('J06 J07 new files have the name of theirs, and a refusal is a sentence', async () => {
    const right = validFileOf('MDV-LGC-Va2', 201);
    await client.open(URI, right.replace('"signatureElectronique": true', '"signatureElectronique": vrai'));
    const byNumber = await cut('nombre');
    assert.deepEqual(
      byNumber?.fichiers.map(({ nom, demandes }) => [nom, demandes]),
      [
        ['mars 2-1.avance.json', 200],
        ['mars 2-2.avance.json', 1],
      ],
    );
    const byVerdict = await cut('verdict');
    assert.deepEqual(
      byVerdict?.fichiers.map(({ nom, demandes }) => [nom, demandes]),
      [
        ['mars 2-ok.avance.json', 200],
        ['mars 2-ko.avance.json', 1],
      ],
    );
    await client.open(SOLDE, right.replace('"REF-0002",', '"REF-0002,'));
    const refused = await cut('nombre', SOLDE);
    assert.deepEqual(refused?.fichiers, []);
    assert.match(refused.refus ?? '', /^mars 2\.solde\.json, ligne \d+ : corrigez d'abord/);
    assert.equal(await cut('nombre', 'file:///depot/absent.json'), null);
  });

  it('P01 P04 the ZIP has its plan, its name, its history; or what is missing', async () => {
    const text = validFileOf('MDV-LGC-Va2', 1).replace('bdc-0001.pdf', 'bdc é.pdf');
    await client.open(URI, text);
    const known = '{ "zips": [{ "nom": "mars-2-avance.zip" }] }';
    const plan = await zip([{ chemin: 'pieces/bdc é.pdf', taille: 12 }], known);
    assert.ok(plan);
    assert.deepEqual([plan.refus, plan.nom], [[], 'mars-2-avance-2.zip']);
    assert.deepEqual(plan.entrees, [{ chemin: 'pieces/bdc é.pdf', taille: 12, nom: 'bdc-e.pdf' }]);
    assert.deepEqual(
      plan.modifications.map(({ newText }) => newText),
      ['"bdc-e.pdf"'],
    );
    const history = JSON.parse(plan.historique) as { zips: { nom: string; fichier?: string }[] };
    assert.deepEqual(
      history.zips.map(({ nom, fichier }) => [nom, fichier]),
      [
        ['mars-2-avance.zip', undefined],
        ['mars-2-avance-2.zip', 'mars 2.avance.json'],
      ],
    );
    assert.match((await zip([]))?.refus.join() ?? '', /« bdc é\.pdf » \(demande : REF-0001\)/);
    const unreadable = await zip([{ chemin: 'bdc é.pdf', taille: 12 }], '{');
    assert.match(unreadable?.refus.join() ?? '', /^\.segur\/zip-history\.json : cette liste/);
  });

  it('A01 an avance and its solde are held against each other, with their places', async () => {
    const text = validFileOf('HOP-DPI-Va2', 2);
    await client.open(URI, text);
    await client.open(SOLDE, validFileOf('HOP-DPI-Va2', 2, 'solde'));
    const view = await client.connection.sendRequest<Comparaison>(COMPARER, { avance: URI, solde: SOLDE });
    assert.equal(view.modele.fichiers, 'mars 2.avance.json → mars 2.solde.json');
    assert.equal(view.modele.resume, 'Même périmètre : 2');
    const place = view.places[1]?.avance;
    assert.ok(place);
    assert.match(text.slice(place.start, place.end), /^\{[^]*REF-0002[^]*\}$/);
  });
});
