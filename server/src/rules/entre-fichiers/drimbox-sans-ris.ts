import { compactNumber, kindOfRole, type KeyKind } from '../../dossier/keys';
import type { FileAmongOthers } from '../../dossier/neighbours';
import { mentionsAt, requestCount, type Mention } from '../../dossier/summary';
import { workspaceRule } from '../rule';

const DRIMBOX = 'IMG-DB-Va2';
const RIS = 'IMG-RIS-Va2';

/** What tells the beneficiary of a request of imaging, and the characters that it takes. */
const LENGTHS: Partial<Record<KeyKind, number>> = { SIREN: 9, FINESS: 9, RPPS: 11 };
const ROLES = ['siren', 'finess-geo', 'finess-pmsi', 'rpps'] as const;

interface Alone {
  readonly mention: Mention;
  readonly sorte: KeyKind;
}

/**
 * U03: a DRIMbox is financed behind the RIS of the same beneficiary. Told only where requests of RIS are kept too, and
 * all of them were read. One number in common is enough.
 */
export const drimboxSansRis = workspaceRule<Alone>({
  code: 'drimbox-sans-ris',
  famille: 'entre-fichiers',
  severity: 'warning',
  inventaire: ['U03'],
  sources: ['S2', 'W28'],
  detect: (file) => {
    const { summary, neighbours, uri } = file;
    if (summary.sons !== DRIMBOX || summary.etape !== 'avance') return [];
    if (!neighbours.holds(RIS) || !neighbours.isWholeAround(uri)) return [];
    return Array.from({ length: requestCount(summary) }, (_, rang) => rang).flatMap((rang) =>
      alone(rang, file),
    );
  },
  where: ({ mention }) => mention,
  wording: ({ mention, sorte }) => ({
    params: { numero: mention.text, sorte, drimbox: DRIMBOX, ris: RIS },
  }),
});

/** A number that is too short or too long is another rule's matter: nothing is known of its request. */
function alone(rang: number, file: FileAmongOthers): Alone[] {
  const numbers = mentionsAt(file.summary, rang, ROLES).flatMap((mention) => {
    const sorte = kindOfRole(mention.role);
    return sorte ? [{ mention, sorte }] : [];
  });
  const sound = numbers.every(({ mention, sorte }) => compactNumber(mention.text).length === LENGTHS[sorte]);
  const [first] = ROLES.flatMap((role) => numbers.filter(({ mention }) => mention.role === role));
  return first && sound && !numbers.some((number) => hasRis(number, file)) ? [first] : [];
}

function hasRis({ mention, sorte }: Alone, { uri, neighbours }: FileAmongOthers): boolean {
  return neighbours.placesOf(sorte, mention.text, uri).some(({ summary }) => summary.sons === RIS);
}
