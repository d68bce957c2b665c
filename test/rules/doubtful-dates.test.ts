import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import type { AnalysisInput } from '../../server/src/analysis/analysis-input';
import { momentOf, userRegulation } from '../support/fixture';
import { validFileOf } from '../support/valid-files';

/** A right file but for the day on which its order was signed. */
const signed = (sons: string, jour: string): AnalysisInput => ({
  name: 'depot.avance.json',
  text: validFileOf(sons).replace(/("dateSignature": )"[^"]*"/, `$1"${jour}"`),
});

/** The codes found, each with its severity, but the remark on the model itself. */
const said = (input: AnalysisInput): Record<string, string> =>
  Object.fromEntries(
    analyse(input)
      .findings.filter(({ finding }) => finding.code !== 'balise-incertaine')
      .map(({ finding }) => [finding.code, finding.severity]),
  );

describe('D02 dates that sources make doubtful make nobody wrong', () => {
  it('D04 an order after a confirmed end is an error, after a doubtful one a warning', () => {
    assert.deepEqual(said(signed('HOP-PFI-Va2', '18/09/2025')), { 'bdc-apres-fermeture': 'error' });
    assert.deepEqual(said(signed('HOP-DPI-Va2', '18/12/2025')), { 'bdc-apres-fermeture': 'warning' });
  });

  it('D06 the same of an order before the arrêté of wave 1', () => {
    const early = signed('MDV-LGC-Va1', '31/01/2022');
    for (const [file, severity] of [
      ['dates-inventees.json', 'error'],
      ['dates-douteuses.json', 'warning'],
    ] as const) {
      assert.deepEqual(said({ ...early, regulation: userRegulation(file) }), {
        'bdc-avant-ouverture': severity,
      });
    }
    assert.deepEqual(said(early), {});
  });

  it('D01 a closed desk is a warning when its end is confirmed, an information when it is doubtful', () => {
    const now = momentOf('2026-03-05T10:00');
    assert.deepEqual(said({ ...signed('HOP-PFI-Va2', '12/09/2025'), now }), { 'guichet-ferme': 'warning' });
    assert.deepEqual(said({ ...signed('HOP-DPI-Va2', '12/09/2025'), now }), {
      'guichet-ferme': 'information',
    });
  });

  it('D07 an order before a doubtful arrêté is an information', () => {
    assert.deepEqual(said(signed('IMG-DB-Va2', '19/02/2025')), { 'date-improbable': 'information' });
  });

  it("a user's severity counts for what is certain and for what is not", () => {
    const settings = { 'bdc-apres-fermeture': 'hint' } as const;
    for (const input of [signed('HOP-PFI-Va2', '18/09/2025'), signed('HOP-DPI-Va2', '18/12/2025')]) {
      assert.deepEqual(said({ ...input, settings }), { 'bdc-apres-fermeture': 'hint' });
    }
  });
});

describe('what was kept of an earlier check', () => {
  const input = signed('MDV-LGC-Va2', '06/03/2026');
  const codes = ({ findings }: ReturnType<typeof analyse>): string[] =>
    findings.map(({ finding }) => finding.code);

  it('D07 is kept within a day of Paris and dropped when the day changes', () => {
    const evening = analyse({ ...input, now: momentOf('2026-03-05T23:58') });
    const later = analyse({ ...input, now: momentOf('2026-03-05T23:59') }, evening.memo);
    const next = analyse({ ...input, now: momentOf('2026-03-06T00:00') }, later.memo);
    assert.deepEqual([evening, later, next].map(codes), [['date-improbable'], ['date-improbable'], []]);
    const [[first] = [], [second] = []] = [evening, later].map(({ memo }) => memo.requests);
    assert.equal(first, second);
  });

  it('D03 D04 is dropped when the regulation changes', () => {
    const late = signed('MDV-LGC-Va2', '01/07/2026');
    const before = analyse(late);
    const after = analyse({ ...late, regulation: userRegulation('dates-inventees.json') }, before.memo);
    assert.deepEqual([before, after].map(codes), [[], ['bdc-apres-fermeture']]);
  });
});
