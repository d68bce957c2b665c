import { mentionsAt, requestAt, requestCount } from '../../dossier/summary';
import type { FileAmongOthers } from '../../dossier/neighbours';
import { vagueOf } from '../../regulation/sons';
import type { Span } from '../../syntax/nodes';
import { isDoubtful } from '../calendrier/cited';
import type { Circumstances } from '../circumstances';
import { workspaceRule } from '../rule';

interface TooFew {
  readonly place: Span;
  readonly sons: string;
  readonly fait: number;
  readonly attendus: number;
}

/** A06: no solde before three pilots with their report, as the manifest beside the file tells. Once a file. */
export const soldeAvantPilotes = workspaceRule<TooFew>({
  code: 'solde-avant-pilotes',
  famille: 'entre-fichiers',
  severity: 'warning',
  inventaire: ['A06'],
  sources: ['S0', 'S3'],
  detect: tooFew,
  where: ({ place }) => place,
  wording: ({ sons, fait, attendus }) => ({ params: { sons, fait, attendus } }),
});

function tooFew(file: FileAmongOthers, { regulation }: Circumstances): TooFew[] {
  const { summary, manifeste } = file;
  const { sons } = summary;
  const fait = manifeste?.pilotesProuves;
  if (summary.etape !== 'solde' || sons === undefined || fait === undefined || requestCount(summary) === 0) {
    return [];
  }
  const held = regulation.nombres.get(`vague-${vagueOf(sons) ?? ''}.pilotes`);
  const attendus = held?.value;
  if (!held || isDoubtful(held) || typeof attendus !== 'number' || fait >= attendus) return [];
  return [{ place: firstPlace(file), sons, fait, attendus }];
}

/** The reference of the first request, else its first bracket. */
function firstPlace({ summary }: FileAmongOthers): Span {
  const [reference] = mentionsAt(summary, 0, ['reference-demande']);
  const { start } = requestAt(summary, 0);
  return reference ?? { start, end: start + 1 };
}
