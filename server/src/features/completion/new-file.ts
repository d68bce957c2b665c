import type { Format } from '../../formats/format';
import type { Langue } from '../../messages/catalogue';
import { filledTags } from './filled-skeleton';
import { firstReference } from './reference';

/** A whole new file of this format with one request to fill, as a snippet; indented by two blanks. */
export function newFileSnippet(format: Format, langue: Langue): string {
  return `{\n${newFileBody(format, langue).replace(/^/gm, '  ')}\n}\n`;
}

/** What stands between the braces of a new file, from column 0. */
export function newFileBody(format: Format, langue: Langue): string {
  return filledTags(format.root.tags, {
    langue,
    reference: firstReference(format),
    unknown: format.etape === 'candidature',
  });
}
