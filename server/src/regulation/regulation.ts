import baremes from './data/baremes.json';
import autres from './data/calendrier-autres.json';
import hop from './data/calendrier-hop.json';
import img from './data/calendrier-img.json';
import mdv from './data/calendrier-mdv.json';
import enonces from './data/enonces.json';
import horaires from './data/horaires-et-nombres.json';
import sources from './data/sources.json';
import unicite from './data/unicite.json';
import type { Formule } from './formule';
import type { Document, Held, Sourced, Superseded } from './sourced';
import type { Cle, Nombre, RegulationValues } from './values';

type ById<V> = ReadonlyMap<string, V>;

/** All that the texts say, by id: ours, under what the user corrected. */
export interface Regulation {
  readonly echeances: ById<Held<string>>;
  readonly horaires: ById<Held<string>>;
  readonly nombres: ById<Held<number> & Nombre>;
  readonly baremes: ById<Held<Formule>>;
  readonly unicite: ById<Held<readonly Cle[]>>;
  readonly enonces: ById<Held<string | boolean | readonly string[]>>;
  readonly sources: ById<Document>;
}

/** Our files, each valid by its schema (test/regulation/data.test.ts). */
const FILES = [hop, img, mdv, autres, horaires, baremes, unicite, enonces, sources] as RegulationValues[];

/** What the product knows by itself. */
export const REGULATION: Regulation = regulationOf(FILES, {});

/** The same under a user's own values, which win and say that they are the user's. */
export function regulationWith(overrides: RegulationValues): Regulation {
  return regulationOf(FILES, overrides);
}

function regulationOf(files: readonly RegulationValues[], user: RegulationValues): Regulation {
  return {
    echeances: held(
      files.map((file) => file.echeances),
      user.echeances,
    ),
    horaires: held(
      files.map((file) => file.horaires),
      user.horaires,
    ),
    nombres: held(
      files.map((file) => file.nombres),
      user.nombres,
    ),
    baremes: held(
      files.map((file) => file.baremes),
      user.baremes,
    ),
    unicite: held(
      files.map((file) => file.unicite),
      user.unicite,
    ),
    enonces: held(
      files.map((file) => file.enonces),
      user.enonces,
    ),
    sources: new Map([...files, user].flatMap((file) => file.sources ?? []).map((one) => [one.code, one])),
  };
}

type Owned<S> = S & Pick<Held<unknown>, 'origine'>;

function held<S extends Sourced<unknown>>(
  ours: readonly (readonly S[] | undefined)[],
  theirs: readonly S[] = [],
): ById<Owned<S>> {
  const byId = new Map<string, Owned<S>>();
  for (const value of ours.flatMap((some) => some ?? [])) {
    byId.set(value.id, { ...value, origine: 'produit' });
  }
  for (const value of theirs) {
    const supersedes = [...earlier(byId.get(value.id)), ...(value.supersedes ?? [])];
    byId.set(value.id, { ...value, supersedes, origine: 'utilisateur' });
  }
  return byId;
}

/** What a value leaves behind when another takes its place. */
function earlier(replaced: Sourced<unknown> | undefined): readonly Superseded[] {
  if (!replaced) return [];
  const { value, source, asOf, note, supersedes = [] } = replaced;
  if (value === null) return supersedes;
  const written = typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
  const itself: Superseded = {
    value: written,
    source,
    ...(asOf === undefined ? {} : { asOf }),
    ...(note === undefined ? {} : { note }),
  };
  return [itself, ...supersedes];
}
