import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsAmongOthers } from '../../server/src/analysis/among-others';
import { analyse } from '../../server/src/analysis/analyse';
import type { Memo } from '../../server/src/analysis/memo';
import { WorkspaceIndex } from '../../server/src/analysis/workspace-index';
import type { KeyKind } from '../../server/src/dossier/keys';
import { mentionAt, summarise, type FileSummary } from '../../server/src/dossier/summary';
import { NO_COMPLETE_FILE_KNOWN } from '../../server/src/regulation/complete-file';
import { REGULATION } from '../../server/src/regulation/regulation';
import type { Circumstances } from '../../server/src/rules/circumstances';
import { VALID } from '../support/liberal-request';

const FILES = ['file:///a.avance.json', 'file:///b.avance.json', 'file:///c.avance.json'];
const RPPS = ['10000005479', '10000001239', '10001234563'];
const REFERENCES = ['LGC-0001', 'LGC-0002'];

const [HEAD = '', REQUEST = '', TAIL = ''] = ((): string[] => {
  const from = VALID.indexOf('[\n') + 1;
  const to = VALID.lastIndexOf('  ]');
  return [VALID.slice(0, from), VALID.slice(from, to).trim(), VALID.slice(to)];
})();

/** A file of requests, by the ranks of their reference and their number. */
const fileOf = (requests: readonly (readonly [number, number])[]): string =>
  HEAD +
  requests
    .map(([reference, rpps]) =>
      REQUEST.replace('LGC-0001', REFERENCES[reference] ?? '').replace('10000005479', RPPS[rpps] ?? ''),
    )
    .join(',\n') +
  TAIL;

const summaryOf = (text: string, memo?: Memo): { summary: FileSummary; memo: Memo } => {
  const analysis = analyse({ name: 'x.avance.json', text }, memo);
  assert.ok(analysis.dossier);
  return { summary: summarise(analysis.dossier), memo: analysis.memo };
};

const change = fc.record({
  file: fc.constantFrom(...FILES),
  requests: fc.option(fc.array(fc.tuple(fc.nat(1), fc.nat(2)), { maxLength: 4 }), { freq: 4 }),
});

const CIRCUMSTANCES: Circumstances = {
  regulation: REGULATION,
  dossiersComplets: NO_COMPLETE_FILE_KNOWN,
  today: undefined,
  base: undefined,
  fusions: [],
};

/** All that can be asked of an index, in plain data. */
const answersOf = (index: WorkspaceIndex): unknown => {
  const asked: [KeyKind, string][] = [
    ...RPPS.map((text): [KeyKind, string] => ['RPPS', text]),
    ...REFERENCES.map((text): [KeyKind, string] => ['reference', text]),
    ['SIREN', '268708518'],
  ];
  const places = asked.map(([kind, text]) =>
    index.placesOf(kind, text).map(({ uri, summary, mention }) => ({ uri, ...mentionAt(summary, mention) })),
  );
  const findings = [...index.uris].sort().map((uri) => {
    const summary = index.get(uri);
    assert.ok(summary);
    const file = { uri, summary, neighbours: index };
    return findingsAmongOthers(file, {}, CIRCUMSTANCES).map(({ finding, start, end, demande }) => ({
      code: finding.code,
      start,
      end,
      demande,
      ...finding.message,
    }));
  });
  return { places, findings };
};

describe('index of the workspace', () => {
  it('after any changes, is what it would be if it were built from the files as they are', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const index = new WorkspaceIndex();
        const texts = new Map<string, string>();
        const memos = new Map<string, Memo>();
        for (const { file, requests } of changes) {
          if (requests === null) {
            texts.delete(file);
            index.delete(file);
            continue;
          }
          const text = fileOf(requests);
          const { summary, memo } = summaryOf(text, memos.get(file));
          texts.set(file, text);
          memos.set(file, memo);
          index.set(file, summary);
        }
        const fresh = new WorkspaceIndex();
        for (const [file, text] of [...texts].reverse()) fresh.set(file, summaryOf(text).summary);
        assert.deepEqual(answersOf(index), answersOf(fresh));
      }),
      { numRuns: 100 * (Number(process.env.RUNS) || 1) },
    );
  });

  it('tells which files share something with the one that changed, before or after', () => {
    const index = new WorkspaceIndex();
    const [a = '', b = '', c = ''] = FILES;
    const set = (file: string, requests: [number, number][]): string[] => [
      ...index.set(file, summaryOf(fileOf(requests)).summary),
    ];
    assert.deepEqual(set(a, [[0, 0]]), []);
    assert.deepEqual(set(b, [[1, 0]]), [a]);
    assert.deepEqual(set(c, [[1, 2]]), [b], 'by the reference');
    assert.deepEqual(set(b, [[1, 1]]).toSorted(), [a, c], 'a is told that it is alone now');
    assert.deepEqual([...index.delete(c)], [b]);
    assert.deepEqual([...index.delete(c)], []);
  });

  it('every mention of a summary is where the file says it', () => {
    const text = fileOf([
      [0, 0],
      [1, 2],
    ]);
    const { summary } = summaryOf(text);
    const mentions = summary.mentions.length / 4;
    assert.ok(mentions > 10);
    for (let rank = 0; rank < mentions; rank++) {
      const { start, end, text: said } = mentionAt(summary, rank);
      assert.equal(text.slice(start, end).replaceAll('"', ''), said);
    }
    assert.deepEqual(
      structuredClone(summary),
      JSON.parse(JSON.stringify(summary), (key, value: unknown) =>
        key === 'mentions' || key === 'requests' || key === 'bounds'
          ? Uint32Array.from(Object.values(value as Record<string, number>))
          : value,
      ),
      'plain data',
    );
  });
});
