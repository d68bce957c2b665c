import type { Range } from 'vscode-languageserver';
import { candidatureView } from '../features/panels/candidature-model';
import { echeancesModel, type EcheancesInput } from '../features/panels/echeances-model';
import { orderRange } from '../features/panels/order-range';
import { pricedDemandes } from '../analysis/priced';
import { candidatureOf } from '../dossier/candidature/candidature';
import { avancementOf } from '../dossier/candidature/jalons';
import { fileNameOf } from '../dossier/file-name';
import { montantsTable } from '../dossier/montants-table';
import type { CheckedDocument } from '../features/document';
import { montantsView } from '../features/panels/montants-model';
import { nextDeadlineText } from '../features/panels/next-deadline';
import { agendaOf } from '../regulation/agenda';
import { NO_COMPLETE_FILE_KNOWN } from '../regulation/complete-file';
import { deadlines } from '../regulation/deadlines';
import { REGULATION } from '../regulation/regulation';
import { allSons } from '../regulation/sons';
import { csvText, tabbedText } from '../regulation/spreadsheet';
import { VERSION } from '../version';
import {
  AGENDA,
  CANDIDATURE,
  ECHEANCES,
  LIEU_COMMANDE,
  MONTANTS,
  MONTANTS_TABLE,
  PROCHAINE_ECHEANCE,
  type Agenda,
  type AgendaDe,
  type Candidature,
  type CommandeDe,
  type Echeances,
  type FichierOuvert,
  type Montants,
  type MontantsTable,
  type MontantsTableDe,
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
  connection.onRequest(MONTANTS, async ({ uri }: FichierOuvert): Promise<Montants> =>
    montantsView(await checkedOf(session, uri), session.settings.langue),
  );
  connection.onRequest(CANDIDATURE, async ({ uri }: FichierOuvert): Promise<Candidature> =>
    candidatureView(await checkedOf(session, uri), {
      now: session.host.now(),
      langue: session.settings.langue,
    }),
  );
  connection.onRequest(MONTANTS_TABLE, async (wanted: MontantsTableDe): Promise<MontantsTable> => {
    const checked = await checkedOf(session, wanted.uri);
    return checked ? tableOf(checked, wanted) : { texte: '', demandes: 0 };
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

type FileInput = Pick<EcheancesInput, 'sonsDuFichier' | 'dossier' | 'dossiersComplets' | 'avancement'>;

const NO_FILE: FileInput = {
  sonsDuFichier: undefined,
  dossier: undefined,
  dossiersComplets: NO_COMPLETE_FILE_KNOWN,
};

async function fileAt(session: Session, uri: string): Promise<FileInput> {
  const checked = await checkedOf(session, uri);
  if (!checked) return NO_FILE;
  const { recognition, dossier, dossiersComplets } = checked.analysis;
  if (dossier?.enveloppe.kind === 'candidature') {
    const candidature = candidatureOf(dossier.enveloppe);
    const avancement = avancementOf(candidature);
    return { sonsDuFichier: candidature.sons.valeur, dossier, dossiersComplets, avancement };
  }
  const sonsDuFichier = recognition.kind === 'format' ? recognition.format.sons : undefined;
  const avancement =
    sonsDuFichier === undefined ? undefined : session.manifests.of(sonsDuFichier, uri)?.avancement;
  return { sonsDuFichier, dossier, dossiersComplets, avancement };
}

function tableOf({ document, analysis, langue }: CheckedDocument, wanted: MontantsTableDe): MontantsTable {
  const all = pricedDemandes(analysis);
  const demandes = wanted.rangs.flatMap((rang) => all[rang] ?? []);
  const rows = montantsTable([{ name: fileNameOf(document.uri), demandes }], langue);
  return {
    texte: wanted.forme === 'csv' ? csvText(rows) : tabbedText(rows),
    demandes: demandes.length,
  };
}

/** What is known of an open document as it is now; undefined for another. */
async function checkedOf(session: Session, uri: string | null): Promise<CheckedDocument | undefined> {
  const document = uri === null ? undefined : session.documents.get(uri);
  return document && ((await session.checkedInPieces(document)) ?? session.checked(document.uri));
}
