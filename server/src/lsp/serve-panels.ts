import type { Range } from 'vscode-languageserver';
import { echeancesModel, type EcheancesInput } from '../features/panels/echeances-model';
import { orderRange } from '../features/panels/order-range';
import { nextDeadlineText } from '../features/panels/next-deadline';
import { agendaOf } from '../regulation/agenda';
import { NO_COMPLETE_FILE_KNOWN } from '../regulation/complete-file';
import { deadlines } from '../regulation/deadlines';
import { REGULATION } from '../regulation/regulation';
import { allSons } from '../regulation/sons';
import { VERSION } from '../version';
import {
  AGENDA,
  ECHEANCES,
  LIEU_COMMANDE,
  PROCHAINE_ECHEANCE,
  type Agenda,
  type AgendaDe,
  type CommandeDe,
  type Echeances,
  type FichierOuvert,
  type ProchaineEcheance,
} from './protocol';
import type { Session } from './session';

/** What panels and the status bar ask: the models are made here, the client shows them. */
export function servePanels(session: Session): void {
  const { connection } = session;

  connection.onRequest(ECHEANCES, async ({ uri }: FichierOuvert): Promise<Echeances> =>
    echeancesModel(await inputFor(session, uri)),
  );
  connection.onRequest(
    PROCHAINE_ECHEANCE,
    async ({ uri }: FichierOuvert): Promise<ProchaineEcheance | null> =>
      nextDeadlineText(await inputFor(session, uri)),
  );
  connection.onRequest(LIEU_COMMANDE, ({ uri, rang }: CommandeDe): Range | null => {
    const checked = session.checked(uri);
    return checked ? orderRange(checked, rang) : null;
  });
  connection.onRequest(AGENDA, async ({ uri, sons: chosen }: AgendaDe): Promise<Agenda> => {
    const { now, regulation, langue } = await inputFor(session, uri);
    const all = allSons(regulation)
      .filter((sons) => chosen.includes(sons))
      .map((sons) => ({ sons, echeances: deadlines(sons, now, regulation) }));
    return agendaOf({ all, now, regulation, version: VERSION }, { langue });
  });
}

/** Without a file, the dates that the first folder corrects stand. */
async function inputFor(session: Session, uri: string | null): Promise<EcheancesInput> {
  const place = uri ?? `${session.folders[0] ?? ''}/`;
  return {
    now: session.host.now(),
    regulation: session.regulations.around(place)?.value ?? REGULATION,
    ...(uri === null ? NO_FILE : await fileAt(session, uri)),
    langue: session.settings.langue,
  };
}

type FileInput = Pick<EcheancesInput, 'sonsDuFichier' | 'dossier' | 'dossiersComplets'>;

const NO_FILE: FileInput = {
  sonsDuFichier: undefined,
  dossier: undefined,
  dossiersComplets: NO_COMPLETE_FILE_KNOWN,
};

async function fileAt(session: Session, uri: string): Promise<FileInput> {
  const document = session.documents.get(uri);
  if (!document) return NO_FILE;
  const checked = (await session.checkedInPieces(document)) ?? session.checked(uri);
  if (!checked) return NO_FILE;
  const { recognition, dossier, dossiersComplets } = checked.analysis;
  const sonsDuFichier = recognition.kind === 'format' ? recognition.format.sons : undefined;
  return { sonsDuFichier, dossier, dossiersComplets };
}
