import type { Role } from '../../formats/roles';

/** What is already known of a place: a value, one of several, a list, or what stands in a block, by role. */
export type Connu =
  | string
  | number
  | boolean
  | { readonly parmi: readonly string[] }
  | readonly Connu[]
  | { readonly bloc: ConnuDuBloc };

/** What is not named is not known. */
export type ConnuDuBloc = Readonly<Partial<Record<Role, Connu>>>;
