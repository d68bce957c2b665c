import { comparaisonView } from '../features/panels/comparaison-model';
import { COMPARER, type Comparer, type Comparaison } from './protocol';
import type { Session } from './session';

/** The panel that holds a solde against its avance; both are open. */
export function serveComparaison(session: Session): void {
  session.connection.onRequest(COMPARER, ({ avance, solde }: Comparer): Comparaison =>
    comparaisonView(session.checked(avance), session.checked(solde), session.settings.langue),
  );
}
