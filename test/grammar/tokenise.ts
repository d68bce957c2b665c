import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

/** The grammar that ships, as a path. */
export const grammarPath = resolve(__dirname, '../../syntaxes/segur-demande.tmLanguage.json');

/** A piece of a line and its scopes, outermost first. */
export interface Token {
  start: number;
  text: string;
  scopes: string[];
}

let loading: Promise<IGrammar> | undefined;

/** The shipped grammar in the engine that VS Code uses. Rejects if it does not load. */
export function loadGrammar(): Promise<IGrammar> {
  loading ??= load();
  return loading;
}

async function load(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scopeName) =>
      scopeName === 'source.json.segur'
        ? Promise.resolve(parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath))
        : Promise.reject(new Error(`the grammar stands by itself, it must not include ${scopeName}`)),
  });
  const grammar = await registry.loadGrammar('source.json.segur');
  if (grammar === null) {
    throw new Error('the grammar did not load');
  }
  return grammar;
}

/** The tokens of each line of a text, blanks left out, the state carried from line to line as an editor does. */
export function tokenise(grammar: IGrammar, text: string): Token[][] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        start: startIndex,
        text: line.slice(startIndex, endIndex),
        scopes,
      }))
      .filter((token) => token.text.trim() !== '' || illegalScope(token) !== undefined);
  });
}

/** The tokens of a text of one line. */
export function tokeniseLine(grammar: IGrammar, line: string): Token[] {
  return tokenise(grammar, line).flat();
}

/** The scopes under the token whose text is exactly `piece`, joined by blanks; empty when there is none. */
export function scopesOf(tokens: readonly Token[], piece: string): string {
  return tokens.find((token) => token.text === piece)?.scopes.join(' ') ?? '';
}

/**
 * What is painted as illegal, with the last word of its scope: `virgule-decimale: 300,00`. Quotes are left out,
 * tokens that touch under one scope are glued.
 */
export function illegal(tokens: readonly Token[]): string[] {
  const found: { scope: string; text: string; end: number }[] = [];
  for (const token of tokens) {
    const scope = illegalScope(token);
    if (scope === undefined || token.text === '"') {
      continue;
    }
    const previous = found.at(-1);
    const end = token.start + token.text.length;
    if (previous?.scope === scope && previous.end === token.start) {
      previous.text += token.text;
      previous.end = end;
    } else {
      found.push({ scope, text: token.text, end });
    }
  }
  return found.map(({ scope, text }) => `${scope.split('.')[2] ?? ''}: ${text}`);
}

function illegalScope(token: Token): string | undefined {
  return token.scopes.find((name) => name.startsWith('invalid.illegal.'));
}
