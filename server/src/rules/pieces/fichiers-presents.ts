import type { FichiersVoisins, FichierVoisin } from '../../dossier/fichiers-voisins';
import { legalNames } from './legal-name';
import { hasAcceptedFormat } from './piece-format';

/** A file beside the JSON or below whose size is known. */
export interface FichierPresent extends FichierVoisin {
  readonly taille: number;
}

/** Ways to recognise the file that a name stands for, the surest first. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize('NFC'),
  (text) => text.normalize('NFC').toLowerCase(),
  // The JSON has the legal name already, the file not yet.
  (text) => legalNames([text]).join('').toLowerCase(),
];

/** Names looked up that are kept: several times what a file of requests has, as a name is typed letter by letter. */
const MOST_KEPT = 5_000;

interface Tables<F> {
  readonly byPath: ReadonlyMap<string, readonly F[]>;
  readonly byName: ReadonlyMap<string, readonly F[]>;
}

/** The files beside a JSON and below, the nearest first. A name is looked up at each keystroke: tables are made once. */
export class FichiersPresents<F extends FichierVoisin> implements FichiersVoisins {
  readonly isEmpty: boolean;
  readonly holdsPieces: boolean;
  private readonly tables: Tables<F>[] = [];
  private readonly found = new Map<string, readonly F[]>();
  private readonly paths: ReadonlySet<string>;

  constructor(readonly all: readonly F[]) {
    this.isEmpty = all.length === 0;
    this.holdsPieces = all.some(({ chemin }) => hasAcceptedFormat(chemin));
    this.paths = new Set(all.map(({ chemin }) => chemin.toLowerCase()));
  }

  /** The whole path first, then a file beside the JSON or in a sub-folder. */
  named(nom: string): readonly F[] {
    const known = this.found.get(nom);
    if (known) return known;
    const found = this.search(nom.trim());
    if (this.found.size >= MOST_KEPT) this.found.clear();
    this.found.set(nom, found);
    return found;
  }

  has(chemin: string): boolean {
    return this.paths.has(chemin.toLowerCase());
  }

  private search(wanted: string): readonly F[] {
    for (const [rank, way] of WAYS.entries()) {
      const { byPath, byName } = (this.tables[rank] ??= this.tablesBy(way));
      const found = byPath.get(way(wanted)) ?? byName.get(way(wanted));
      if (found) return found;
    }
    return [];
  }

  private tablesBy(way: (text: string) => string): Tables<F> {
    return {
      byPath: grouped(this.all, ({ chemin }) => way(chemin)),
      byName: grouped(this.all, ({ chemin }) => way(nameIn(chemin))),
    };
  }
}

/** The last name of a path. */
export function nameIn(chemin: string): string {
  return chemin.slice(chemin.lastIndexOf('/') + 1);
}

function grouped<F>(all: readonly F[], keyOf: (one: F) => string): ReadonlyMap<string, readonly F[]> {
  const groups = new Map<string, F[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
