import { readZipHistory, zipHistoryWith } from '../analysis/zip/history';
import { planZip, zipName } from '../analysis/zip/plan-zip';
import { fileNameOf } from '../dossier/file-name';
import { textEditOf } from '../features/document';
import { say, translate } from '../messages/catalogue';
import { formatJour } from '../regulation/calendar-date';
import { parisTime } from '../regulation/paris-time';
import { PREPARER_ZIP, type PreparerZip, type ZipPrepare } from './protocol';
import type { Session } from './session';

/** Says what goes into the ZIP of a file's attachments; the client reads them and writes it. */
export function serveZip(session: Session): void {
  session.connection.onRequest(
    PREPARER_ZIP,
    ({ uri, fichiers, historique }: PreparerZip): ZipPrepare | null => {
      const checked = session.checked(uri);
      const dossier = checked?.analysis.dossier;
      if (!checked || !dossier) return null;
      const { document, langue } = checked;
      const plan = planZip(dossier, fichiers);
      const known = historique === null ? undefined : readZipHistory(historique);
      const unreadable = known?.problem && say(langue, known.problem.message);
      const used = known?.value ?? [];
      const fichier = fileNameOf(uri);
      const nom = zipName(fichier, [...used.map((zip) => zip.nom), ...fichiers.map(({ chemin }) => chemin)]);
      const date = formatJour(parisTime(session.host.now()).jour);
      return {
        refus: [
          ...(unreadable === undefined
            ? []
            : [translate(langue, 'zip.historique', { probleme: unreadable })]),
          ...plan.refus.map((reason) => say(langue, reason)),
        ],
        avis: plan.avis.map((one) => say(langue, one)),
        nom,
        entrees: plan.entrees,
        renommages: plan.renommages,
        modifications: plan.edits.map((edit) => textEditOf(document, edit)),
        version: document.version,
        historique: zipHistoryWith(used, { nom, date, fichier }),
      };
    },
  );
}
