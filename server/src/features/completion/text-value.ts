import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Proposal } from './proposal';

/** A text to write as a value, and why it is offered. */
export function textValue(label: string, description: string): Proposal {
  return {
    label,
    kind: CompletionItemKind.Value,
    text: JSON.stringify(label),
    isSnippet: false,
    description,
  };
}
