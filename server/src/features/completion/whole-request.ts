import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Format } from '../../formats/format';
import { emptySkeleton } from '../../formats/skeleton';
import { translate } from '../../messages/catalogue';
import { filledValue } from './filled-skeleton';
import type { Filling } from './placeholders';
import type { Proposal } from './proposal';

/** One more request of this format; with its tags unused for a client without snippets. */
export function requestProposal(format: Format, filling: Filling, snippets: boolean): Proposal {
  const { langue, reference } = filling;
  return {
    label: translate(langue, 'completion.nouvelle-demande', { reference }),
    kind: CompletionItemKind.Snippet,
    text: snippets ? filledValue(format.request, '', filling) : emptySkeleton(format.request),
    isSnippet: snippets,
    description: format.sons,
  };
}
