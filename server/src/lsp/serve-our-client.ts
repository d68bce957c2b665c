import { newFileSnippet } from '../features/completion/new-file';
import { formatLabel } from '../features/etat';
import { ruleTitle } from '../features/rule-title';
import { deskState, type DeskState } from '../features/desk-state';
import type { Format } from '../formats/format';
import { REGULATION } from '../regulation/regulation';
import { soldeSnippets } from '../features/solde-snippet';
import { ALL_RULES } from '../rules/all';
import {
  CHOIX,
  FORMATS,
  GENERER_SOLDE,
  NOUVEAU_FICHIER,
  REGLES,
  type Choix,
  type FormatLabel,
  type GenererSolde,
  type NouveauFichier,
  type RegleLabel,
  type SoldesGeneres,
} from './protocol';
import type { Session } from './session';

/** What our own client asks beside the standard protocol. */
export function serveOurClient(session: Session, recheck: () => void): void {
  const { connection, formats } = session;

  connection.onRequest(FORMATS, (): FormatLabel[] =>
    formats.anywhere().named.map((format) => ({
      id: format.id,
      libelle: formatLabel(format, session.settings.langue),
      guichet: deskOf(format, session),
    })),
  );
  connection.onRequest(NOUVEAU_FICHIER, ({ format: id }: NouveauFichier): string | null => {
    const format = formats.anywhere().get(id);
    return format ? newFileSnippet(format, session.settings.langue) : null;
  });
  connection.onRequest(GENERER_SOLDE, ({ uri }: GenererSolde): SoldesGeneres | null => {
    const checked = session.checked(uri);
    return (checked && soldeSnippets(checked.analysis, formats.around(uri), checked.langue)) ?? null;
  });
  connection.onRequest(REGLES, (): RegleLabel[] =>
    ALL_RULES.map(({ code }) => ({ code, titre: ruleTitle(code, session.settings.langue) })),
  );
  connection.onNotification(CHOIX, (choices: Choix) => {
    session.choices.setLoose(choices);
    recheck();
  });
}

/** With the dates that the first folder corrects, for it is asked without a file. */
function deskOf(
  { sons, etape }: Format,
  { host, folders, regulations, settings }: Session,
): DeskState | null {
  if (sons === undefined || etape === 'candidature') return null;
  const regulation = regulations.around(`${folders[0] ?? ''}/`)?.value ?? REGULATION;
  return deskState(sons, etape, { now: host.now(), regulation }, settings.langue);
}
