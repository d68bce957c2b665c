import '../../support/same-cases';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CANDIDATURE_RULES } from '../../../server/src/rules/all';
import { fixturesOf, momentOf, readFixture } from '../../support/fixture';
import { Author } from './author';

const MOMENTS = ['2025-07-01T10:00', '2026-03-05T10:00', '2026-11-22T10:00', '2028-01-10T10:00'];
const numRuns = 30 * (Number(process.env.RUNS) || 1);

/** Goes from choice to choice until nothing is found any more. */
function mended(text: string, author: Author): string {
  for (let now = text; ;) {
    const findings = author.findings(now);
    if (findings.length === 0) return now;
    const told = findings.map(({ finding }) => finding.message.key).join(' ');
    now = author.better(now) ?? assert.fail(`no way out of ${told}\n${now}`);
  }
}

describe('a manifest written with nothing but completions and quick fixes', function () {
  this.timeout(600_000);

  it('C01 C02 C03 ends without a finding, whatever was chosen on the way from an empty file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MOMENTS),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 10, maxLength: 40 }),
        (moment, rank, choices) => {
          const author = new Author({ now: momentOf(moment) });
          let text = author.completions('', 0)[0]?.text ?? assert.fail('nothing is offered');
          const sons = author.completions(text, text.indexOf('null'));
          text = sons[rank % sons.length]?.text ?? assert.fail('no SONS is offered');
          for (const [where, what] of choices) {
            const places = author.places(text);
            const moves = author.completions(text, places[where % places.length] ?? 0);
            const told = moves.filter(({ title }) => title !== 'null');
            text = told[what % told.length]?.text ?? text;
          }
          assert.doesNotThrow(() => JSON.parse(mended(text, author)) as unknown);
        },
      ),
      { numRuns },
    );
  });

  for (const { code } of CANDIDATURE_RULES) {
    it(`has a way out of ${code}`, () => {
      const wrong = fixturesOf(code).filter((path) => !/[/\\]ok[^/\\]*$/.test(path));
      assert.ok(wrong.length > 0);
      for (const path of wrong) {
        const { text, ...circumstances } = readFixture(path);
        mended(text.toString(), new Author(circumstances));
      }
    });
  }
});
