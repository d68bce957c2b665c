import type { RequestPath } from '../syntax/document';
import type { ObjectShape, Shape } from './shape';

/** How far a financing has come: what a file of each kind is for. */
export type Etape = 'candidature' | 'avance' | 'solde';

/** What one kind of file looks like. */
export interface Format {
  /** `HOP-DPI-Va2.avance`: stable, used in `.segur/segur.json`. */
  readonly id: string;
  /** Undefined for the common envelope, when the file does not say its SONS, and for candidatures, of which any may be. */
  readonly sons: string | undefined;
  readonly etape: Etape;
  readonly root: ObjectShape;
  /** Where the requests stand, and what each is. Undefined for a candidature, which has none. */
  readonly requestPath: RequestPath | undefined;
  readonly request: Shape;
}

/** The paths at which a text of this format is cut into requests. */
export function requestPathsOf({ requestPath }: Format): readonly RequestPath[] {
  return requestPath ? [requestPath] : [];
}
