import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification, WorkspaceDiagnosticRequest } from 'vscode-languageserver/node';
import { translate } from '../../server/src/messages/catalogue';
import { schemaOf } from '../../server/src/formats/learn/model-schema';
import {
  FORMATS,
  IMPORTER_MODELE,
  type FormatLabel,
  type ModelePropose,
} from '../../server/src/lsp/protocol';
import { eventually, FULL_CLIENT, LspClient, messageOf } from '../support/lsp-client';
import { modelOf } from '../support/learnt';

const ONE = 'file:///un';
const OTHER = 'file:///autre';
const NAME = 'BIO-SGL-Va2.avance.schema.json';
const SCHEMA = `${ONE}/.segur/formats/${NAME}`;
const MODEL = '{"lot": [{"siren": "268708518", "dateSignature": null, "montantHT": 1}], "auteur": null}';
const TEXT = MODEL.replace('"268708518"', '"268708519"');
const schema = JSON.stringify(
  schemaOf(modelOf({ name: 'm.json', text: MODEL }), { sons: 'BIO-SGL-Va2', etape: 'avance' }),
);

describe('models of a workspace folder', () => {
  let client: LspClient;
  let files: Map<string, string>;
  beforeEach(async () => {
    files = new Map([[SCHEMA, schema]]);
    client = LspClient.inProcess({
      readFile: (uri) => Promise.resolve(files.get(uri)),
      listFiles: (folder) =>
        Promise.resolve(
          [...files.keys()]
            .filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.avance.json'))
            .map((uri) => ({ chemin: uri.slice(folder.length + 1), taille: 100 })),
        ),
      readFolder: (folder) =>
        Promise.resolve(
          [...files.keys()]
            .filter((uri) => uri.startsWith(`${folder}/`))
            .map((uri) => ({ nom: uri.slice(folder.length + 1), dossier: false })),
        ),
    });
    const workspaceFolders = [ONE, OTHER].map((uri) => ({ uri, name: uri.slice(-3) }));
    const initializationOptions = { clientSegur: true };
    await client.initialize({ initializationOptions, workspaceFolders, capabilities: FULL_CLIENT });
  });
  afterEach(() => client.dispose());

  const saved = async (text: string | undefined): Promise<void> => {
    if (text === undefined) files.delete(SCHEMA);
    else files.set(SCHEMA, text);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
  };
  const formats = async (): Promise<string[]> =>
    (await client.connection.sendRequest<FormatLabel[]>(FORMATS)).map(({ id }) => id);
  const untilKnown = async (known: boolean): Promise<void> => {
    const deadline = Date.now() + 5000;
    while ((await formats()).includes('BIO-SGL-Va2.avance') !== known) {
      assert.ok(Date.now() < deadline, `known: ${known}`);
    }
  };
  const codesIn = async (uri: string): Promise<unknown[]> => {
    return (await client.diagnostics(uri)).map(({ code }) => code);
  };

  it('hold for the files of that folder, and for no other', async () => {
    await untilKnown(true);
    await client.open(`${ONE}/mars.avance.json`, TEXT);
    await client.open(`${OTHER}/mars.avance.json`, TEXT);
    assert.deepEqual(await codesIn(`${ONE}/mars.avance.json`), ['siren-invalide']);
    assert.ok((await codesIn(`${OTHER}/mars.avance.json`)).includes('balise-manquante'));
  });

  it('hold for the files of that folder that are not open, and for no other', async () => {
    files.set(`${ONE}/mars.avance.json`, TEXT);
    files.set(`${OTHER}/mars.avance.json`, TEXT);
    await saved(schema);
    await untilKnown(true);
    const codes = await eventually('both files', async () => {
      const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
        identifier: 'segur',
        previousResultIds: [],
      });
      const told = items.map((report): [string, unknown[]] => [
        report.uri,
        report.kind === 'full' ? report.items.map(({ code }) => code) : [],
      ]);
      return told.length === 2 ? new Map(told) : undefined;
    });
    assert.ok(codes);
    assert.deepEqual(codes.get(`${ONE}/mars.avance.json`), ['siren-invalide']);
    assert.ok(codes.get(`${OTHER}/mars.avance.json`)?.includes('balise-manquante'));
  });

  it('can be named in .segur/segur.json of that folder, and of no other', async () => {
    const naming = '{ "fichiers": { "autre.json": "BIO-SGL-Va2.avance" } }';
    files.set(`${ONE}/.segur/segur.json`, naming);
    files.set(`${OTHER}/.segur/segur.json`, naming);
    await saved(schema);
    const told = await eventually('the fault of the other folder', () =>
      client.published.findLast(({ uri }) => uri === `${OTHER}/.segur/segur.json`),
    );
    assert.match(messageOf(told.diagnostics[0]), /« BIO-SGL-Va2\.avance » n'est pas un modèle connu/);
    assert.ok(!client.published.some(({ uri }) => uri === `${ONE}/.segur/segur.json`));
    await client.open(`${ONE}/autre.json`, '{"lot": [{"siren": "268708519"}]}', 'json');
    assert.ok((await codesIn(`${ONE}/autre.json`)).includes('siren-invalide'));
  });

  it('a name that is none of a model is told, and takes the place of no other format', async () => {
    const impostor = `${ONE}/.segur/formats/candidature.schema.json`;
    files.set(impostor, schema);
    await saved(schema);
    const told = await eventually('the fault', () =>
      client.published.findLast(({ uri, diagnostics }) => uri === impostor && diagnostics.length > 0),
    );
    assert.match(
      messageOf(told.diagnostics[0]),
      /« candidature\.schema\.json » n'est pas le nom d'un modèle/,
    );
    const listed = await client.connection.sendRequest<FormatLabel[]>(FORMATS);
    const manifests = listed.filter(({ id }) => id === 'candidature').map(({ libelle }) => libelle);
    assert.deepEqual(manifests, [translate('fr', 'etape.candidature')]);
  });

  it('a model that changes or goes is followed', async () => {
    await untilKnown(true);
    await saved(undefined);
    await untilKnown(false);
  });

  it('a model that cannot be read is told on its file, and left out', async () => {
    await saved(schema.replace('"x-role":"siren"', '"x-role":"sirène"'));
    const told = await eventually('the fault', () =>
      client.published.findLast(({ uri, diagnostics }) => uri === SCHEMA && diagnostics.length > 0),
    );
    assert.match(messageOf(told.diagnostics[0]), /« sirène » n'est pas un rôle connu.*rien de ce fichier/);
    assert.ok(!(await formats()).includes('BIO-SGL-Va2.avance'));
  });

  it('an import asks first, then gives the schema, the report and the files that leave the model, open or not', async () => {
    const ask = (more: object): Promise<ModelePropose> =>
      client.connection.sendRequest<ModelePropose>(IMPORTER_MODELE, {
        fichiers: [{ nom: 'neuf.json', texte: MODEL.replace('"auteur"', '"redacteur"') }],
        dossier: ONE,
        ...more,
      });
    await untilKnown(true);
    await client.open(`${ONE}/mars.avance.json`, TEXT);
    files.set(`${ONE}/avril.avance.json`, TEXT.replace('"auteur": null', '"auteur": null, "autre": 1'));
    files.set(`${ONE}/mai.avance.json`, TEXT.replace('"auteur"', '"redacteur"'));
    const read = await ask({});
    assert.equal(read.resultat, undefined);
    assert.deepEqual(
      read.roles.filter(({ retenu }) => retenu).map(({ balise }) => balise),
      ['{ }', 'lot', 'lot[]', 'lot[].siren', 'lot[].dateSignature', 'lot[].montantHT'],
    );
    const retenus = read.roles.map(({ place }) => place).filter((place) => !place.endsWith('/siren'));
    const { resultat } = await ask({ sons: 'BIO-SGL-Va2', etape: 'avance', retenus });
    assert.equal(resultat?.nom, NAME);
    assert.doesNotMatch(resultat.schema, /"x-role": "siren"/);
    assert.match(resultat.schema, /"x-role": "montant-ht"/);
    assert.match(resultat.rapport, /balise disparue : `auteur`/);
    assert.match(resultat.rapport, /- `avril\.avance\.json` : écarts de structure : 3/);
    assert.doesNotMatch(resultat.rapport, /mai\.avance/);
    assert.match(resultat.rapport, /- `mars\.avance\.json` : écarts de structure : 2/);
    const refused = await client.connection.sendRequest<ModelePropose>(IMPORTER_MODELE, {
      fichiers: [{ nom: 'faux.json', texte: '{' }],
      dossier: ONE,
    });
    assert.match(refused.refus ?? '', /« faux\.json » n'est pas un JSON lisible/);
  });
});
