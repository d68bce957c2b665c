import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import type { AnalysisInput } from '../../server/src/analysis/analysis-input';
import type { Memo } from '../../server/src/analysis/memo';
import { locatedFixes } from '../../server/src/analysis/located';
import type { Base } from '../../server/src/registry/base';
import { applyEdits } from '../../server/src/syntax/edits';
import { baseOf } from '../support/base';
import { numbered, validFileOf } from '../support/valid-files';

const base = baseOf('hopitaux.json');
/** The remark on the model itself is another matter. */
const settings = { 'balise-incertaine': 'off' } as const;
const check = (given: AnalysisInput, memo?: Memo): Analysis => analyse({ ...given, settings }, memo);
const input = (finess: string, more: Partial<AnalysisInput> = { base }): AnalysisInput => ({
  name: 'depot.avance.json',
  text: validFileOf('HOP-PFI-Va2').replace('870000064', finess),
  ...more,
});
const codes = (given: AnalysisInput): string[] => check(given).findings.map(({ finding }) => finding.code);

describe('rules that ask the base', () => {
  it('I02 I07 of a number with a wrong key, the base alone speaks: absent, or right as it is', () => {
    assert.deepEqual(codes(input('870000065', {})), ['finess-cle']);
    assert.deepEqual(codes(input('870000065')), ['finess-ineligible']);
    const odd = baseOf([{ finess: '870000065', plafonds: [] }]);
    assert.deepEqual(codes(input('870000065', { base: odd })), []);
    const ris = validFileOf('IMG-RIS-Va2').replaceAll('870000064', '870000065');
    const found = codes({ name: 'a.avance.json', text: ris, base });
    assert.ok(found.includes('finess-cle'), 'no text says that imaging goes by this base');
  });

  it('I07 the other number of the establishment is proposed first, then at most three in all, each with its name', () => {
    const near = ['870000072', '870000062', '870000063', '870000065', '870000066'];
    const many = baseOf([
      ...near.slice(1).map((finess) => ({ finess, raisonSociale: `Près ${finess}` })),
      { finess: '990000127', raisonSociale: 'Liée', finessLie: '870000064' },
    ]);
    const [finding] = check(input('870000064', { base: many })).findings;
    assert.ok(finding);
    assert.deepEqual(
      locatedFixes(finding).map(({ title }) => title.params.numero),
      ['990000127', '870000062', '870000063'],
    );
    assert.ok(locatedFixes(finding).every(({ kind }) => kind === 'unsafe'));
  });

  it('I07 M01 what was kept of a check is dropped when the base changes, and kept when it does not', () => {
    const before = check(input('870000065', {}));
    const loaded = check(input('870000065'), before.memo);
    const again = check(input('870000065'), loaded.memo);
    assert.deepEqual(
      [before, loaded, again].map(({ findings }) => findings.map(({ finding }) => finding.code)),
      [['finess-cle'], ['finess-ineligible'], ['finess-ineligible']],
    );
    const [[one] = [], [two] = []] = [loaded, again].map(({ memo }) => memo.requests);
    assert.equal(one, two);
  });

  it('I07 M01 one question a number and rule: the size of the base does not count', () => {
    let asked = 0;
    const counted: Base = {
      ...base,
      find: (finess) => {
        asked++;
        return base.find(finess);
      },
      search: () => assert.fail('a rule searches by name'),
    };
    const text = validFileOf('HOP-DPI-Va2', 200);
    check({ name: 'a.avance.json', text, base: counted });
    assert.ok(asked <= 200 * 5, `${asked} questions`);
  });

  it('I07 I08 M01 a fix removes its finding; it adds none but what the right number uncovers', () => {
    const numbers = fc.constantFrom(
      ...['870000064', '870000046', '990000218', '990000135', '990000127', '010780914', '87 000 0064'],
    );
    const amounts = fc.integer({ min: 1, max: 900_000 });
    fc.assert(
      fc.property(numbers, amounts, fc.constantFrom('HOP-DPI-Va2', 'HOP-PFI-Va2'), (finess, cents, sons) => {
        const ht = (cents / 100).toFixed(2);
        const text = validFileOf(sons)
          .replace('870000064', finess)
          .replace('1000.00', ht)
          .replace('1200.00', (Math.round((cents * 6) / 5) / 100).toFixed(2));
        const given = { name: 'a.avance.json', text, base };
        const before = codes(given);
        for (const located of check(given).findings) {
          for (const fix of locatedFixes(located)) {
            const after = codes({ ...given, text: applyEdits(text, fix.edits) });
            assert.ok(!after.includes(located.finding.code), `${located.finding.code}\n${text}`);
            const added = after.filter((code) => !before.includes(code) && code !== 'plafond-depasse');
            assert.deepEqual(added, [], text);
          }
        }
      }),
    );
  });
});

describe('U01 doubles of a large file', () => {
  it('U01 each is told once, against the first request of its beneficiary', () => {
    const text = validFileOf('HOP-PFI-Va2', 200).replaceAll(numbered('870000064', 7), '870000064');
    const { findings } = check({ name: 'a.avance.json', text });
    assert.deepEqual(
      findings.map(({ finding, demande }) => [finding.code, demande, finding.facts.demande]),
      [['beneficiaire-en-double', 6, 'REF-0001']],
    );
  });

  it('U01 what a request says is kept with it: an edit elsewhere finds the same', () => {
    const text = validFileOf('HOP-PFI-Va2', 3).replaceAll(numbered('870000064', 3), '870000064');
    const before = check({ name: 'a.avance.json', text });
    const edited = text.replace('"REF-0002"', '"REF-0002-BIS"');
    const after = check({ name: 'a.avance.json', text: edited }, before.memo);
    const [one] = before.findings;
    const [two] = after.findings;
    assert.equal(two?.finding.code, 'beneficiaire-en-double');
    assert.equal(two.start, (one?.start ?? 0) + 4);
    assert.equal(edited.slice(two.start, two.end), '"870000064"');
  });
});
