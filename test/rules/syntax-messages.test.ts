import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fr from '../../l10n/fr.json';
import { ROOT } from '../support/fixture';

const PREFIX = 'regle.json-syntaxe.message.';

describe('regle json-syntaxe', () => {
  it('J08 json-syntaxe: every kind of problem that the parser meets is worded, and none besides', () => {
    const source = readFileSync(join(ROOT, 'server/src/syntax/nodes.ts'), 'utf8');
    const union = /export type SyntaxProblemKind =([^;]+);/.exec(source)?.[1] ?? '';
    const kinds = [...union.matchAll(/'([a-z-]+)'/g)].map(([, kind]) => kind ?? '');
    assert.ok(kinds.length > 10);
    const worded = Object.keys(fr).filter((key) => key.startsWith(PREFIX));
    assert.deepEqual(worded.map((key) => key.slice(PREFIX.length)).sort(), kinds.sort());
  });
});
