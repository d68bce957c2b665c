import assert from 'node:assert/strict';
import { findingsAmongOthers, withFindings } from '../../server/src/analysis/among-others';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import type { Exception } from '../../server/src/analysis/exceptions';
import { mendAll } from '../../server/src/analysis/mend';
import { verdictOf } from '../../server/src/analysis/verdict';
import { WorkspaceIndex } from '../../server/src/analysis/workspace-index';
import { NO_MERGER } from '../../server/src/dossier/fusions';
import { summarise } from '../../server/src/dossier/summary';
import { NO_COMPLETE_FILE_KNOWN } from '../../server/src/regulation/complete-file';
import { REGULATION } from '../../server/src/regulation/regulation';
import { momentOf } from '../support/fixture';
import { validFileOf } from '../support/valid-files';

/** The same slip, with one right mending, in each of three requests. */
const TEXT = validFileOf('MDV-LGC-Va2', 3).replaceAll('"12/09/2025"', '"2025-09-12"');
const NAME = 'mars.avance.json';
const NOW = momentOf('2026-03-05T10:00');
const EXCEPTION: Exception = {
  fichier: NAME,
  regle: 'date-format',
  demande: 'REF-0002',
  motif: 'Accord du 05/03/2026',
  jusquau: { year: 2026, month: 3, day: 5 },
};

const analysed = (other: Partial<Exception> = {}, text = TEXT, now = NOW): Analysis =>
  analyse({ name: NAME, text, now, exceptions: [{ ...EXCEPTION, ...other }] });
const ranksOf = (found: readonly { readonly demande: number | undefined }[]): unknown[] =>
  found.map(({ demande }) => demande);

describe('exceptions', () => {
  it('take one rule out of one request, found by its reference', () => {
    const { findings, accepted } = analysed();
    assert.deepEqual(ranksOf(findings), [0, 2]);
    assert.deepEqual(ranksOf(accepted), [1]);
    assert.equal(accepted[0]?.exception.motif, 'Accord du 05/03/2026');
    assert.equal(accepted[0].finding.code, 'date-format');
  });

  it('follow their request wherever it stands', () => {
    const { findings, accepted } = analysed(
      {},
      TEXT.replace('REF-0002', 'X').replace('REF-0003', 'REF-0002'),
    );
    assert.deepEqual(ranksOf(findings), [0, 1]);
    assert.deepEqual(ranksOf(accepted), [2]);
  });

  it('hold for the whole file without a reference, and for no other rule', () => {
    assert.deepEqual(ranksOf(analysed({ demande: undefined }).accepted), [0, 1, 2]);
    const other = analysed({ demande: undefined, regle: 'siren-invalide' });
    assert.deepEqual([other.findings.length, other.accepted.length], [3, 0]);
  });

  it('hold to the end of their last day, and no longer', () => {
    assert.equal(analysed({}, TEXT, momentOf('2026-03-05T23:59')).accepted.length, 1);
    assert.equal(analysed({}, TEXT, momentOf('2026-03-06T00:00')).accepted.length, 0);
    assert.equal(analyse({ name: NAME, text: TEXT, exceptions: [EXCEPTION] }).accepted.length, 1);
  });

  it('a request whose errors are accepted is no KO one, and is left as it is by the mending of all', () => {
    assert.deepEqual(verdictOf(analysed()).ko, [0, 2]);
    const { text } = mendAll(
      { name: NAME, text: TEXT, now: NOW, exceptions: [EXCEPTION] },
      { kinds: ['safe'] },
    );
    assert.deepEqual(text.match(/2025-09-12|12\/09\/2025/g), ['12/09/2025', '2025-09-12', '12/09/2025']);
  });

  it('hold for what other files bring', () => {
    const text = validFileOf('MDV-LGC-Va2', 2);
    const index = new WorkspaceIndex();
    const analysis = analyse({
      name: NAME,
      text,
      now: NOW,
      exceptions: [{ ...EXCEPTION, regle: 'beneficiaire-en-double-ailleurs' }],
    });
    assert.ok(analysis.dossier);
    const summary = summarise(analysis.dossier);
    index.set('file:///a', summary);
    index.set('file:///b', summary);
    const file = { uri: 'file:///a', summary, neighbours: index, dossier: analysis.dossier };
    const circumstances = {
      regulation: REGULATION,
      dossiersComplets: NO_COMPLETE_FILE_KNOWN,
      today: undefined,
      base: undefined,
      fusions: NO_MERGER,
    };
    const { findings, accepted } = withFindings(analysis, findingsAmongOthers(file, {}, circumstances));
    assert.deepEqual([ranksOf(findings), ranksOf(accepted)], [[0], [1]]);
  });
});
