import { CompletionItemKind } from 'vscode-languageserver-types';
import { BUNDLED_FORMATS } from '../../formats/bundled';
import type { Format } from '../../formats/format';
import { emptySkeleton } from '../../formats/skeleton';
import { translate, type Langue } from '../../messages/catalogue';
import type { EpochMinutes } from '../../regulation/paris-time';
import type { Regulation } from '../../regulation/regulation';
import { deskState, type DeskState } from '../desk-state';
import { sonsLabel } from '../sons-label';
import { newFileBody, newFileSnippet } from './new-file';
import type { Proposal } from './proposal';

/** A whole file, one proposal for each SONS; with its tags unused for a client without snippets. */
export function fileProposals(format: Format, desks: Desks, snippets: boolean): Proposal[] {
  const { langue } = desks;
  return closedLast(candidates(format), desks).map((candidate) =>
    proposal(
      candidate,
      desks,
      snippets ? newFileSnippet(candidate, langue) : emptySkeleton(candidate.root),
      snippets,
    ),
  );
}

/** The same between the braces of an empty object, as snippets. */
export function fileBodyProposals(format: Format, desks: Desks): Proposal[] {
  return closedLast(candidates(format), desks).map((candidate) =>
    proposal(candidate, desks, newFileBody(candidate, desks.langue), true),
  );
}

function proposal(format: Format, desks: Desks, text: string, isSnippet: boolean): Proposal {
  const { sons, id, etape } = format;
  return {
    label:
      etape === 'candidature'
        ? translate(desks.langue, 'completion.nouvelle-candidature')
        : translate(desks.langue, `completion.nouveau-fichier.${etape}`, { sons: sons ?? id }),
    kind: CompletionItemKind.File,
    text,
    isSnippet,
    description: sons && described(sons, format, desks),
  };
}

/** The values of `sons`, said in words, each with the state of its desk. */
export function sonsProposals(format: Format, desks: Desks): Proposal[] {
  return closedLast(namedFormats(format), desks).flatMap((one) => {
    const { sons } = one;
    return sons === undefined
      ? []
      : [
          {
            label: sons,
            kind: CompletionItemKind.EnumMember,
            text: JSON.stringify(sons),
            isSnippet: false,
            description: described(sons, one, desks),
          },
        ];
  });
}

/** The format of a file that has one, else every format that it may still take. */
function candidates(format: Format): readonly Format[] {
  const isCommon = format.sons === undefined && format.etape !== 'candidature';
  return isCommon ? namedFormats(format) : [format];
}

function namedFormats({ etape }: Format): readonly Format[] {
  return BUNDLED_FORMATS.filter((format) => format.sons !== undefined && format.etape === etape);
}

/** What the state of a desk depends on; without a moment, nothing is said of it. */
export interface Desks {
  readonly langue: Langue;
  readonly now: EpochMinutes | undefined;
  readonly regulation: Regulation;
}

function stateOf({ sons, etape }: Format, { now, regulation, langue }: Desks): DeskState | undefined {
  if (sons === undefined || now === undefined || etape === 'candidature') return undefined;
  return deskState(sons, etape, { now, regulation }, langue);
}

/** "Hôpital – DPI – vague 2 · ouvert jusqu'au 10/11/2026". */
function described(sons: string, format: Format, desks: Desks): string {
  const state = stateOf(format, desks);
  return [sonsLabel(sons, desks.langue), ...(state ? [state.texte] : [])].join(' · ');
}

/** D08: what is closed is offered behind the rest. */
function closedLast(formats: readonly Format[], desks: Desks): readonly Format[] {
  const isClosed = (format: Format): number => (stateOf(format, desks)?.ferme ? 1 : 0);
  return formats.toSorted((a, b) => isClosed(a) - isClosed(b));
}
