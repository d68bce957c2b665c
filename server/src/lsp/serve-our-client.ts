import { newFileSnippet } from '../features/completion/new-file';
import { formatLabel } from '../features/etat';
import { ruleTitle } from '../features/rule-title';
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
  const { connection, checker } = session;

  connection.onRequest(FORMATS, (): FormatLabel[] =>
    checker.registry.named.map((format) => ({
      id: format.id,
      libelle: formatLabel(format, session.settings.langue),
    })),
  );
  connection.onRequest(NOUVEAU_FICHIER, ({ format: id }: NouveauFichier): string | null => {
    const format = checker.registry.get(id);
    return format ? newFileSnippet(format, session.settings.langue) : null;
  });
  connection.onRequest(GENERER_SOLDE, ({ uri }: GenererSolde): SoldesGeneres | null => {
    const checked = session.checked(uri);
    return (checked && soldeSnippets(checked.analysis, checker.registry, checked.langue)) ?? null;
  });
  connection.onRequest(REGLES, (): RegleLabel[] =>
    ALL_RULES.map(({ code }) => ({ code, titre: ruleTitle(code, session.settings.langue) })),
  );
  connection.onNotification(CHOIX, (choices: Choix) => {
    session.choices.setLoose(choices);
    recheck();
  });
}
