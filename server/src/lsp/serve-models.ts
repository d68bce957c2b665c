import { formatFileName, isModelName } from '../analysis/workspace-formats';
import { translate, say, type Langue } from '../messages/catalogue';
import { confidenceOf, type Guess } from '../formats/learn/guess';
import { isTaken } from '../formats/learn/infer';
import { propose, readablePath, reasonsOf } from '../formats/learn/proposal';
import { readModel } from '../formats/learn/read-model';
import { IMPORTER_MODELE, type ImporterModele, type ModelePropose, type RolePropose } from './protocol';
import type { Session } from './session';

/** Learning a model: what was understood, then, once the person has said what is kept, what is to be written. */
export function serveModels(session: Session): void {
  const { connection, formats } = session;
  connection.onRequest(IMPORTER_MODELE, (asked: ImporterModele): ModelePropose => {
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
    const { id, schema, report } = propose(model, { sons, etape, take }, before, langue);
    return { ...known, resultat: { nom: formatFileName(id), schema, rapport: report } };
  });
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
