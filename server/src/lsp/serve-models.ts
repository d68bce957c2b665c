import { formatFileName, isModelName } from '../analysis/workspace-formats';
import { countUnfit } from '../analysis/unfit';
import type { Format } from '../formats/format';
import { FormatRegistry } from '../formats/registry';
import { translate, say, type Langue } from '../messages/catalogue';
import { confidenceOf, type Guess } from '../formats/learn/guess';
import { isTaken } from '../formats/learn/infer';
import { propose, readablePath, reasonsOf } from '../formats/learn/proposal';
import { readModel } from '../formats/learn/read-model';
import { unfitReport, type Unfit } from '../formats/learn/unfit-report';
import { IMPORTER_MODELE, type ImporterModele, type ModelePropose, type RolePropose } from './protocol';
import { nextTurn } from './breath';
import type { Session } from './session';
import { LARGEST_FILE } from './workspace/closed-files';
import { below, canonical } from './workspace/uri';

/** Learning a model: what was understood, then, once the person has said what is kept, what is to be written. */
export function serveModels(session: Session): void {
  const { connection, formats } = session;
  connection.onRequest(IMPORTER_MODELE, async (asked: ImporterModele): Promise<ModelePropose> => {
    const { langue } = session.settings;
    const model = readModel(asked.fichiers.map(({ nom, texte }) => ({ name: nom, text: texte })));
    if (model.kind === 'refus') return { refus: say(langue, model.message), roles: [] };
    const { sons = model.sons, etape = model.etape, retenus } = asked;
    const known = {
      ...(sons !== undefined && { sons }),
      ...(etape !== undefined && { etape }),
      roles: model.guesses.map((guess) => roleOf(guess, langue)),
    };
    if (sons === undefined || etape === undefined || !retenus || !isModelName(sons)) return known;
    const kept = new Set(retenus);
    const take = ({ place }: Guess): boolean => kept.has(place.path);
    const before = formats.around(`${asked.dossier}/`).learnt.find(({ id }) => id === `${sons}.${etape}`);
    const { id, schema, format, report } = propose(model, { sons, etape, take }, before, langue);
    const rapport = report + unfitReport(await unfitFiles(session, asked.dossier, format), langue);
    return { ...known, resultat: { nom: formatFileName(id), schema, rapport } };
  });
}

/** Files of the folder, open or not, of the model as it was or as it is, that leave its structure, with how often. */
async function unfitFiles(session: Session, folder: string, format: Format): Promise<Unfit[]> {
  const { checker, formats } = session;
  const others = formats.around(`${folder}/`).learnt.filter(({ id }) => id !== format.id);
  const registry = new FormatRegistry([...others, format]);
  const unfit: Unfit[] = [];
  for (const [path, uri] of await filesIn(session, folder)) {
    const text = session.documents.get(uri)?.getText() ?? (await session.host.readFile(uri));
    if (text === undefined || text.length > LARGEST_FILE) continue;
    const count = countUnfit(checker.inputOf(uri, text), format, registry);
    if (count > 0) unfit.push({ path: decoded(path), count });
    await nextTurn();
  }
  return unfit;
}

/** Paths and URIs: those that are open, under the name that the client gives them, those of the disk behind. */
async function filesIn({ documents, host, choices }: Session, folder: string): Promise<[string, string][]> {
  const open = documents.all().map(({ uri }) => uri);
  const listed = (await host.listFiles(folder)) ?? [];
  const chosen = [...(choices.settings.around(`${folder}/`)?.value?.choices.keys() ?? [])];
  const closed = [...listed.map(({ chemin }) => chemin), ...chosen].map((path) => below(folder, path));
  const byKey = new Map([...closed, ...open].map((uri) => [canonical(uri), uri]));
  return [...byKey.values()]
    .filter((uri) => uri.startsWith(`${folder}/`))
    .map((uri): [string, string] => [uri.slice(folder.length + 1), uri])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function roleOf(guess: Guess, langue: Langue): RolePropose {
  return {
    place: guess.place.path,
    balise: readablePath(guess.place.path),
    role: translate(langue, `role.${guess.role}.nom`),
    confiance: translate(langue, `modele.confiance.${confidenceOf(guess)}`),
    raisons: reasonsOf(guess, langue),
    retenu: isTaken(guess),
  };
}
