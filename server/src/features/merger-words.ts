import { membres, type FusionConnue } from '../dossier/fusions';
import { translate, type Langue } from '../messages/catalogue';

/** How a FINESS is written: as code in Markdown, as it is in a panel. */
export type WriteFiness = (finess: string) => string;

/** "Fusion-acquisition : A et B deviennent C". */
export function mergerTitle({ type, a, b, issue }: FusionConnue, write: WriteFiness, langue: Langue): string {
  const params = { a: write(a), b: write(b), c: write(issue) };
  return translate(
    langue,
    type === 'FUSION_ACQUISITION' ? 'survol.fusion.acquisition' : 'survol.fusion.absorption',
    params,
  );
}

/** What goes into the JSON, onto the order and into the VA of the request of one FINESS, as far as the deck can be read. */
export function finessToWrite(
  numero: string,
  fusion: FusionConnue,
  write: WriteFiness,
  langue: Langue,
): string[] {
  const { a, b, issue, type, moment } = fusion;
  const all = (finess: readonly string[]): string => finess.map(write).join(', ');
  if (moment === undefined) return [translate(langue, 'survol.fusion.sans-moment')];
  if (moment === 'APRES_AVANCE') {
    return [
      translate(langue, 'survol.fusion.apres.json', { a: write(a), b: write(b) }),
      translate(langue, 'survol.fusion.apres.documents', { mentions: all(membres(fusion)) }),
      translate(langue, 'survol.fusion.apres.autre'),
    ];
  }
  if (type === 'FUSION_ACQUISITION' && numero === issue) {
    return [
      translate(langue, 'survol.fusion.json.issue', { a: write(a), b: write(b), c: write(issue) }),
      translate(langue, 'survol.fusion.signe', { c: write(issue) }),
    ];
  }
  const mentions = all([...new Set([numero, issue])].sort());
  const params = { finess: write(numero), signataire: write(issue), mentions };
  return [
    translate(langue, 'survol.fusion.json', params),
    translate(langue, 'survol.fusion.commande', params),
    translate(langue, 'survol.fusion.va', params),
  ];
}
