import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { analyse } from '../../server/src/analysis/analyse';
import { locatedFixes } from '../../server/src/analysis/located';
import { mendAll } from '../../server/src/analysis/mend';
import { ALL_RULES } from '../../server/src/rules/all';
import type { FixKind } from '../../server/src/rules/finding';
import type { RuleSettings } from '../../server/src/rules/run';
import { annotate } from '../support/annotate';
import { fixtureCasesOf, fixturesOf, readFixture, siblingOf, type Fixture } from '../support/fixture';
import { matchesGolden } from '../support/golden';
import { analyseSideBySide } from '../support/side-by-side';

/** Said of every file of some formats: shown in its own fixtures only. */
const REMARK = 'balise-incertaine';

for (const { code, inventaire } of ALL_RULES) {
  const ids = inventaire.join(' ');

  describe(`regle ${code}`, () => {
    const fixtures = fixturesOf(code);
    const cases = fixtureCasesOf(code);
    const settings: RuleSettings = code === REMARK ? {} : { [REMARK]: 'off' };
    const fixture = (path: string): Fixture => ({ ...readFixture(path), settings });

    it(`${ids} ${code}: has a file that it finds fault with, and one that it leaves alone`, () => {
      const names = [...fixtures.map((path) => basename(path)), ...cases.map(({ name }) => name)];
      assert.ok(
        names.some((name) => name.startsWith('ok')),
        'nothing that it leaves alone',
      );
      assert.ok(
        names.some((name) => !name.startsWith('ok')),
        'no file with a finding',
      );
    });

    for (const { name, files } of cases) {
      it(`${ids} ${code}: the files of ${name}`, () => {
        const analyses = analyseSideBySide(files.map(fixture));
        let fires = false;
        for (const [rank, analysis] of analyses.entries()) {
          assert.equal(analysis.recognition.kind, 'format', `${files[rank]} is not recognised`);
          fires ||= analysis.findings.some(({ finding }) => finding.code === code);
          matchesGolden(siblingOf(files[rank] ?? '', 'expected'), annotate(analysis));
        }
        assert.equal(fires, !name.startsWith('ok'), fires ? 'the rule fires' : 'the rule does not fire');
      });
    }

    for (const path of fixtures) {
      const name = basename(path);

      it(`${ids} ${code}: ${name}`, () => {
        const input = fixture(path);
        const analysis = analyse(input);
        assert.equal(analysis.recognition.kind, 'format', 'this file is not recognised');
        const fires = analysis.findings.some(({ finding }) => finding.code === code);
        assert.equal(fires, !name.startsWith('ok'), fires ? 'the rule fires' : 'the rule does not fire');
        matchesGolden(siblingOf(path, 'expected'), annotate(analysis));
      });

      it(`${ids} ${code}: ${name} once mended`, () => {
        const input = fixture(path);
        const { findings } = analyse(input);
        const fixes = findings.filter(({ finding }) => finding.code === code).flatMap(locatedFixes);
        const has = (kind: FixKind): boolean => fixes.some((fix) => fix.kind === kind);
        matchesGolden(
          siblingOf(path, 'safe.json'),
          has('safe') ? mendAll(input, { kinds: ['safe'] }).text : undefined,
        );
        matchesGolden(
          siblingOf(path, 'unsafe.json'),
          has('unsafe') ? mendAll(input, { kinds: ['safe', 'unsafe'], code }).text : undefined,
        );
      });
    }
  });
}
