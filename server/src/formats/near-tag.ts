import { isLossy, unspoil } from './mojibake';
import type { Tag } from './shape';

/** How a key differs from the tag that was probably meant. */
export interface NearTag {
  readonly tag: Tag;
  /** The accepted spelling that comes nearest. */
  readonly name: string;
  readonly slip: 'encodage' | 'casse' | 'accent' | 'pluriel' | 'lettre';
}

/** Finds the one tag of `candidates` that `name` misspells; undefined when there is none, or no single one. */
export function nearTag(name: string, candidates: readonly Tag[]): NearTag | undefined {
  const read = unspoil(name);
  if (read !== undefined) {
    const tag = candidates.find((candidate) => spellings(candidate).includes(read));
    const near = tag ? { tag, name: read } : nearTag(read, candidates);
    return near && { ...near, slip: 'encodage' };
  }
  for (const [slip, same] of COMPARISONS) {
    const found = candidates.flatMap((tag) => {
      const spelling = spellings(tag).find((known) => same(name, known));
      return spelling === undefined ? [] : [{ tag, name: spelling, slip }];
    });
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  return undefined;
}

function spellings({ name, variants }: Tag): readonly string[] {
  return [name, ...variants];
}

type Comparison = readonly [NearTag['slip'], (written: string, known: string) => boolean];

const COMPARISONS: readonly Comparison[] = [
  ['encodage', isLossy],
  ['casse', (a, b) => a.toLowerCase() === b.toLowerCase()],
  ['accent', (a, b) => plain(a) === plain(b)],
  ['pluriel', (a, b) => plain(a).replaceAll('s', '') === plain(b).replaceAll('s', '') && sameStem(a, b)],
  ['lettre', (a, b) => b.length > 3 && withinOneSlip(plain(a), plain(b))],
];

/** Without case, accents, blanks (invisible ones too), dashes and underscores. */
export function plain(text: string): string {
  const known = PLAIN.get(text);
  if (known !== undefined) return known;
  const read = text
    .normalize('NFD')
    .replace(/[\u0300-\u036F\s\u200B-\u200D\uFEFF_-]/g, '')
    .toLowerCase();
  if (PLAIN.size > MOST_REMEMBERED) PLAIN.clear();
  PLAIN.set(text, read);
  return read;
}

/** The names of the models come back at each key: they are read once. */
const PLAIN = new Map<string, string>();
const MOST_REMEMBERED = 2000;

/** A plural `s` was lost or added, at most two of them. */
function sameStem(a: string, b: string): boolean {
  return Math.abs(plain(a).length - plain(b).length) <= 2;
}

/** One letter added, lost, changed, or two neighbours swapped. */
export function withinOneSlip(a: string, b: string): boolean {
  if (a === b) return true;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (text: string, from: number): string => text.slice(from);
  if (a.length === b.length) {
    return (
      rest(a, i + 1) === rest(b, i + 1) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, i + 2) === rest(b, i + 2))
    );
  }
  return a.length > b.length ? rest(a, i + 1) === rest(b, i) : rest(a, i) === rest(b, i + 1);
}
