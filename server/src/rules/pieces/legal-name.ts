/** Names of attachments that the portal takes: letters, digits, dot, dash, underscore, 50 characters at most. */

export const LONGEST_NAME = 50;
const LONGEST_EXTENSION = 10;
const LIGATURES = new Map([
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['ß', 'ss'],
]);

/** A legal name for each of `names`, those that are legal already kept, no two alike whatever their case. */
export function legalNames(names: readonly string[]): string[] {
  const taken = new Set(names.filter(isLegal).map((name) => name.toLowerCase()));
  return names.map((name) => {
    if (isLegal(name)) return name;
    const free = firstFree(partsOf(name), taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

/** True for a name that the portal takes. */
export function isLegal(name: string): boolean {
  return name.length <= LONGEST_NAME && /^[A-Za-z0-9._-]+$/.test(name);
}

/** The first legal name like `name` that is not among `taken`, whatever the case. */
export function freeLegalName(name: string, taken: readonly string[]): string {
  return firstFree(partsOf(name), new Set(taken.map((one) => one.toLowerCase())));
}

interface NameParts {
  readonly stem: string;
  /** With its dot, empty when there is none. */
  readonly extension: string;
}

function partsOf(name: string): NameParts {
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : plainName(name.slice(dot + 1));
  if (extension === '' || extension.length > LONGEST_EXTENSION) {
    return { stem: plainName(name), extension: '' };
  }
  return { stem: plainName(name.slice(0, dot)), extension: `.${extension}` };
}

/** Accents go, ligatures are spelt out, runs of anything else become one dash. */
function plainName(name: string): string {
  return name
    .replace(/[œŒæÆß]/g, (letter) => LIGATURES.get(letter) ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^-|-$/g, '');
}

function firstFree({ stem, extension }: NameParts, taken: ReadonlySet<string>): string {
  for (let rank = 1; ; rank++) {
    const suffix = (rank === 1 ? '' : `-${rank}`) + extension;
    const name = (stem || 'piece').slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
