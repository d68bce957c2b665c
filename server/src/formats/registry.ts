import { BUNDLED_FORMATS } from './bundled';
import { requestPathsOf, type Format } from './format';
import type { RequestPath } from '../syntax/document';

/** The formats in force: ours, and those that the workspace has learnt, which win over ours of the same id. */
export class FormatRegistry {
  private readonly byId: ReadonlyMap<string, Format>;

  constructor(readonly learnt: readonly Format[] = []) {
    this.byId = new Map([...BUNDLED_FORMATS, ...learnt].map((format) => [format.id, format]));
  }

  get all(): readonly Format[] {
    return [...this.byId.values()];
  }

  /** Those that a user can name: requests of one SONS each, and candidatures. */
  get named(): readonly Format[] {
    return this.all.filter(({ sons, etape }) => sons !== undefined || etape === 'candidature');
  }

  get(id: string): Format | undefined {
    return this.byId.get(id);
  }

  /**
   * Every place where some format keeps its requests. A root that is one request is left out: cut there, nothing is
   * left to recognise a file by.
   */
  get requestPaths(): readonly RequestPath[] {
    const paths = this.all.flatMap(requestPathsOf).filter((path) => path.length > 0);
    return [...new Map(paths.map((path) => [path.join('/'), path])).values()];
  }
}
