import { CompletionItemKind } from 'vscode-languageserver-types';
import { BUNDLED_FORMATS } from '../../formats/bundled';
import type { Format } from '../../formats/format';
import { emptySkeleton } from '../../formats/skeleton';
import { translate, type Langue } from '../../messages/catalogue';
import { sonsLabel } from '../sons-label';
import { newFileBody, newFileSnippet } from './new-file';
import type { Proposal } from './proposal';

/** A whole file, one proposal for each SONS; with its tags unused for a client without snippets. */
export function fileProposals(format: Format, langue: Langue, snippets: boolean): Proposal[] {
  return candidates(format).map((candidate) =>
    proposal(
      candidate,
      langue,
      snippets ? newFileSnippet(candidate, langue) : emptySkeleton(candidate.root),
      snippets,
    ),
  );
}

/** The same between the braces of an empty object, as snippets. */
export function fileBodyProposals(format: Format, langue: Langue): Proposal[] {
  return candidates(format).map((candidate) =>
    proposal(candidate, langue, newFileBody(candidate, langue), true),
  );
}

function proposal({ sons, id, etape }: Format, langue: Langue, text: string, isSnippet: boolean): Proposal {
  return {
    label:
      etape === 'candidature'
        ? translate(langue, 'completion.nouvelle-candidature')
        : translate(langue, 'completion.nouveau-fichier', { sons: sons ?? id }),
    kind: CompletionItemKind.File,
    text,
    isSnippet,
    description: sons && sonsLabel(sons, langue),
  };
}

/** The values of `sons`, said in words. */
export function sonsProposals(format: Format, langue: Langue): Proposal[] {
  return namedFormats(format).flatMap(({ sons }) =>
    sons === undefined
      ? []
      : [
          {
            label: sons,
            kind: CompletionItemKind.EnumMember,
            text: JSON.stringify(sons),
            isSnippet: false,
            description: sonsLabel(sons, langue),
          },
        ],
  );
}

/** The format of a file that has one, else every format that it may still take. */
function candidates(format: Format): readonly Format[] {
  const isCommon = format.sons === undefined && format.etape !== 'candidature';
  return isCommon ? namedFormats(format) : [format];
}

function namedFormats({ etape }: Format): readonly Format[] {
  return BUNDLED_FORMATS.filter((format) => format.sons !== undefined && format.etape === etape);
}
