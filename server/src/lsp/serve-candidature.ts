import { newCandidatureSnippet, sonsOfCandidatures } from '../features/completion/new-candidature';
import { nextDeadlineText } from '../features/panels/next-deadline';
import { sonsLabel } from '../features/sons-label';
import { translate } from '../messages/catalogue';
import { historiquesOf } from '../regulation/candidature-attendue';
import { NO_COMPLETE_FILE_KNOWN } from '../regulation/complete-file';
import { REGULATION } from '../regulation/regulation';
import {
  NOUVELLE_CANDIDATURE,
  SONS_CANDIDATURE,
  type NouvelleCandidature,
  type SonsCandidature,
} from './protocol';
import type { Session } from './session';

/** What the command that opens a new manifest asks. */
export function serveCandidature(session: Session): void {
  const { connection, formats } = session;
  const manifests = () => formats.anywhere().get('candidature');

  connection.onRequest(SONS_CANDIDATURE, (): SonsCandidature[] => {
    const format = manifests();
    return format ? sonsOfCandidatures(format).map((sons) => choiceOf(sons, session)) : [];
  });
  connection.onRequest(NOUVELLE_CANDIDATURE, (answers: NouvelleCandidature): string | null => {
    const format = manifests();
    return format ? newCandidatureSnippet(format, answers, session.settings.langue) : null;
  });
}

/** With the dates that the first folder corrects, for it is asked without a file. */
function choiceOf(sons: string, { host, folders, regulations, settings }: Session): SonsCandidature {
  const { langue } = settings;
  const next = nextDeadlineText({
    now: host.now(),
    regulation: regulations.around(`${folders[0] ?? ''}/`)?.value ?? REGULATION,
    sonsDuFichier: sons,
    dossier: undefined,
    dossiersComplets: NO_COMPLETE_FILE_KNOWN,
    langue,
  });
  return {
    sons,
    libelle: sonsLabel(sons, langue),
    detail: next?.texte ?? translate(langue, 'regulation.texte.aucune-connue'),
    historiques: historiquesOf(sons).map((historique) => ({
      historique,
      libelle: translate(langue, `historique.${historique}`),
      detail: translate(langue, `historique-detail.${historique}`),
    })),
  };
}
