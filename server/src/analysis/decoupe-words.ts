import { referenceOf } from '../dossier/beneficiaire';
import type { Empechement } from '../dossier/decoupe/cut-requests';
import type { Dossier } from '../dossier/dossier';
import type { Message } from '../messages/catalogue';
import { LineIndex } from '../syntax/line-index';

/** Why a file, known to its user as `fichier`, cannot be taken apart, and where to look. */
export function whyNotCut(
  { kind, rang, start }: Empechement,
  { cut, demandes }: Dossier,
  fichier: string,
): Message {
  const ligne = new LineIndex(cut.source.toString()).positionAt(start).line + 1;
  const broken = rang === undefined ? undefined : demandes[rang];
  const demande = broken && (referenceOf(broken.part) ?? `n° ${broken.rang + 1}`);
  return {
    key: `decoupe.refus.${kind}`,
    params: { fichier, ligne, ...(demande !== undefined && { demande }) },
  };
}
