import { demandesKo } from '../analysis/ko';
import { whyNotCut } from '../analysis/decoupe-words';
import { decouper, nomDuMorceau, separer } from '../dossier/decoupe/decoupe';
import { fileNameOf } from '../dossier/file-name';
import { say } from '../messages/catalogue';
import { DECOUPER, type Decouper, type Decoupes } from './protocol';
import type { Session } from './session';

/** Takes an open file of requests apart; the client writes what comes of it. */
export function serveDecoupe(session: Session): void {
  session.connection.onRequest(DECOUPER, ({ uri, par }: Decouper): Decoupes | null => {
    const checked = session.checked(uri);
    const dossier = checked?.analysis.dossier;
    if (!checked || !dossier) return null;
    const nom = fileNameOf(uri);
    const decoupe =
      par === 'nombre' ? decouper(dossier) : separer(dossier, demandesKo(checked.analysis.findings));
    if (decoupe.kind !== 'decoupe') {
      return { fichiers: [], refus: say(checked.langue, whyNotCut(decoupe, dossier, nom)) };
    }
    return {
      refus: null,
      fichiers: decoupe.morceaux.map(({ suffixe, texte, demandes }) => ({
        nom: nomDuMorceau(nom, suffixe),
        texte,
        demandes,
      })),
    };
  });
}
