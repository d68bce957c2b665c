import { mostRequests } from '../most-requests';
import type { Demande, Dossier } from '../dossier';
import { coutureOf, sewn, type Empechement } from './cut-requests';

/** One of the files that a file is taken apart into. */
export interface Morceau {
  /** What comes behind the file's name, before its ending: `1`, `ok`, `ko-2`. */
  readonly suffixe: string;
  readonly texte: string;
  readonly demandes: number;
}

/** The new files; none where the file is well as it is. Or why it cannot be taken apart. */
export type Decoupe = { readonly kind: 'decoupe'; readonly morceaux: readonly Morceau[] } | Empechement;

/** J06: files of as many requests as the portal takes, OK or KO; none for a file that has no more than that. */
export function decouper(dossier: Dossier): Decoupe {
  const most = mostRequests(dossier.format);
  const { demandes } = dossier;
  return taken(dossier, demandes.length > most ? numbered(chunks(demandes, most)) : []);
}

/** J07: the requests that are OK and those that are KO (ranks), apart; none for a file that has only one kind. */
export function separer(dossier: Dossier, ko: ReadonlySet<number>): Decoupe {
  const most = mostRequests(dossier.format);
  const kinds = (['ok', 'ko'] as const).map((kind) => ({
    kind,
    demandes: dossier.demandes.filter(({ rang }) => ko.has(rang) === (kind === 'ko')),
  }));
  if (kinds.some(({ demandes }) => demandes.length === 0)) return taken(dossier, []);
  return taken(
    dossier,
    kinds.flatMap(({ kind, demandes }) => {
      const groups = chunks(demandes, most);
      if (groups.length === 1) return [{ suffixe: kind, demandes }];
      return numbered(groups).map((group) => ({ ...group, suffixe: `${kind}-${group.suffixe}` }));
    }),
  );
}

/** `mars-1.avance.json` for `mars.avance.json`. */
export function nomDuMorceau(nom: string, suffixe: string): string {
  return nom.replace(/((?:\.(?:avance|solde))?\.json)?$/i, `-${suffixe}$1`);
}

interface Group {
  readonly suffixe: string;
  readonly demandes: readonly Demande[];
}

function taken(dossier: Dossier, groups: readonly Group[]): Decoupe {
  if (groups.length === 0) return { kind: 'decoupe', morceaux: [] };
  const couture = coutureOf(dossier);
  if (couture.kind !== 'couture') return couture;
  const morceaux = groups.map(({ suffixe, demandes }) => ({
    suffixe,
    texte: sewn(couture, demandes),
    demandes: demandes.length,
  }));
  return { kind: 'decoupe', morceaux };
}

function chunks(demandes: readonly Demande[], most: number): (readonly Demande[])[] {
  const groups: (readonly Demande[])[] = [];
  for (let from = 0; from < demandes.length; from += most) groups.push(demandes.slice(from, from + most));
  return groups;
}

function numbered(groups: readonly (readonly Demande[])[]): Group[] {
  return groups.map((demandes, rank) => ({ suffixe: String(rank + 1), demandes }));
}
