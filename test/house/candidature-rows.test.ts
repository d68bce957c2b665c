import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CANDIDATURE_RULES } from '../../server/src/rules/all';
import { fixturesOf, ROOT } from '../support/fixture';

/** Rows C01 to C17 of the inventory: what the texts say of a candidature. */
const ROWS = Array.from({ length: 17 }, (_, rank) => `C${String(rank + 1).padStart(2, '0')}`);

/** The titles of the tests, as they are written. */
const TITLES = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => titlesIn(join(ROOT, 'test', file)));

const AROUND_DATES = titlesIn(join(ROOT, 'test/rules/candidature-dates.test.ts'));

/** What a rule reads when it depends on a day: the clock, a date of the SONS, or two days that it compares. */
const READS_DAYS = /\b(?:now|today|dateLimite|dossierExigible|missedDate4|dayCount)\b/;

function titlesIn(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/\bit\(\s*(['"`])(.*?)\1,/gs)].map(
    ([, , title = '']) => title,
  );
}

/** What carries a row: the tests that name it, and the rules that do and have fixtures. */
function carriersOf(row: string): string[] {
  const rules = CANDIDATURE_RULES.filter(({ inventaire }) => inventaire.includes(row));
  return [
    ...TITLES.filter((title) => title.split(' ').includes(row)),
    ...rules.filter(({ code }) => fixturesOf(code).length > 1).map(({ code }) => code),
  ];
}

describe('the rows of the inventory on candidatures', () => {
  it('have each a test by their id', () => {
    assert.deepEqual(
      ROWS.filter((row) => carriersOf(row).length === 0),
      [],
    );
    assert.deepEqual(carriersOf('C18'), []);
  });

  it('are each in the title of a test, not only among the fixtures of a rule, where they depend on a day', () => {
    const dated = CANDIDATURE_RULES.filter(({ code }) =>
      READS_DAYS.test(readFileSync(join(ROOT, `server/src/rules/candidature/${code}.ts`), 'utf8')),
    );
    assert.ok(dated.length >= 12, `${dated.length} rules`);
    const untested = dated.filter(
      ({ code, inventaire }) =>
        !AROUND_DATES.some((title) => title.includes(code) && inventaire.some((row) => title.includes(row))),
    );
    assert.deepEqual(
      untested.map(({ code }) => code),
      [],
      'before, at and after each date, in test/rules/candidature-dates.test.ts',
    );
  });
});
