import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/analysis/analyse';
import { WorkspaceIndex } from '../../../server/src/analysis/workspace-index';
import { summarise, type FileSummary } from '../../../server/src/dossier/summary';
import {
  definitionAt,
  referencesAt,
  type Navigated,
} from '../../../server/src/features/navigation/from-place';
import { renaming } from '../../../server/src/features/navigation/rename';
import { VALID } from '../../support/liberal-request';

const AT = VALID.indexOf('LGC-0001') + 3;

/** A workspace of files that all hold the same request, some of them as requests for the solde. */
function workspaceOf(stages: Readonly<Record<string, 'avance' | 'solde'>>): WorkspaceIndex {
  const { dossier } = analyse({ name: 'x.avance.json', text: VALID });
  assert.ok(dossier);
  const index = new WorkspaceIndex();
  for (const [uri, etape] of Object.entries(stages)) index.set(uri, { ...summarise(dossier), etape });
  return index;
}

function from(uri: string, neighbours: WorkspaceIndex): Navigated {
  const summary: FileSummary | undefined = neighbours.get(uri);
  assert.ok(summary);
  const zero = { line: 0, character: 0 };
  return { uri, summary, neighbours, locate: (place) => ({ uri: place, range: { start: zero, end: zero } }) };
}

const uris = (locations: readonly { uri: string }[]): string[] => locations.map(({ uri }) => uri);

describe('from a solde to its avance', () => {
  it('the definition is in the avance; the avance is no reference but when asked for', () => {
    const files = workspaceOf({ a: 'avance', s: 'solde', t: 'solde' });
    assert.deepEqual(uris(definitionAt(from('s', files), AT)), ['a']);
    assert.deepEqual(uris(referencesAt(from('a', files), AT, false)), ['s', 't']);
    assert.deepEqual(uris(referencesAt(from('s', files), AT, true)), ['a', 's', 't']);
  });

  it('an avance and its soldes are renamed together, from either side', () => {
    const files = workspaceOf({ a: 'avance', s: 'solde' });
    for (const uri of ['a', 's']) {
      const found = renaming(from(uri, files), AT, 'LGC-9');
      assert.deepEqual(found.kind === 'lieux' && uris(found.places), ['a', 's']);
    }
  });

  it('nothing is renamed where one cannot tell of which avance the solde speaks', () => {
    const files = workspaceOf({ a: 'avance', b: 'avance', s: 'solde' });
    const found = renaming(from('s', files), AT, 'LGC-9');
    assert.equal(found.kind === 'refus' && found.message.key, 'renommer.ambigu');
  });

  it('avances of one name in two files are renamed one by one', () => {
    const files = workspaceOf({ a: 'avance', b: 'avance' });
    const found = renaming(from('b', files), AT, 'LGC-9');
    assert.deepEqual(found.kind === 'lieux' && uris(found.places), ['b']);
  });
});
