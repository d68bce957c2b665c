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
    const worded = Object.keys(fr).flatMap((key) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : []));
    const inManifests = worded.filter((kind) => kind.endsWith('.candidature'));
    const inAll = worded.filter((kind) => !inManifests.includes(kind));
    assert.deepEqual(inAll.sort(), kinds.sort());
    for (const kind of inManifests) assert.ok(kinds.includes(kind.replace('.candidature', '')), kind);
  });
});
