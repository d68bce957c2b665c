import { echeancesModel, type EcheancesInput } from '../features/panels/echeances-model';
import { nextDeadlineText } from '../features/panels/next-deadline';
import { agendaOf } from '../regulation/agenda';
import { deadlines } from '../regulation/deadlines';
import { REGULATION } from '../regulation/regulation';
import { allSons } from '../regulation/sons';
import { VERSION } from '../version';
import {
  AGENDA,
  ECHEANCES,
  PROCHAINE_ECHEANCE,
  type Agenda,
  type AgendaDe,
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
    sonsDuFichier: uri === null ? undefined : await sonsOf(session, uri),
    langue: session.settings.langue,
  };
}

async function sonsOf(session: Session, uri: string): Promise<string | undefined> {
  const document = session.documents.get(uri);
  if (!document) return undefined;
  const checked = (await session.checkedInPieces(document)) ?? session.checked(uri);
  const recognition = checked?.analysis.recognition;
  return recognition?.kind === 'format' ? recognition.format.sons : undefined;
}
