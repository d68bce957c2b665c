import type { RequestPath } from '../syntax/document';
import type { ObjectShape, Shape } from './shape';

export type Etape = 'avance' | 'solde';

/** What one kind of file looks like. */
export interface Format {
  /** `HOP-DPI-Va2.avance`: stable, used in `.segur/segur.json`. */
  readonly id: string;
  /** Undefined for the common envelope, when the file does not say its SONS. */
  readonly sons: string | undefined;
  readonly etape: Etape;
  readonly root: ObjectShape;
  /** Where the requests stand, and what each is. */
  readonly requestPath: RequestPath;
  readonly request: Shape;
}
