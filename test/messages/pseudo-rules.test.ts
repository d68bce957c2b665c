import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { locatedFixes } from '../../server/src/analysis/located';
import { say, type Message } from '../../server/src/messages/catalogue';
import { ruleTitle } from '../../server/src/features/rule-title';
import { ALL_RULES } from '../../server/src/rules/all';
import { fixtureCasesOf, fixturesOf, readFixture, siblingOf, type Fixture } from '../support/fixture';
import { sayItInPseudo, unsaid } from '../support/pseudo';
import { analyseSideBySide } from '../support/side-by-side';

/** What a finding says: its sentence, those of the other places that it is about, and the titles of its fixes. */
function sentencesOf({ findings }: Analysis): string[] {
  return findings
    .flatMap((located): Message[] => [
      located.finding.message,
      ...(located.finding.related ?? []).map((place) => place.message),
      ...locatedFixes(located).map(({ title }) => title),
    ])
    .map((message) => say('fr', message));
}

/** The file itself, what stands beside it, and the base and the dates that it is held against: texts that may be quoted. */
function quotable(paths: readonly string[], fixtures: readonly Fixture[]): string[] {
  const configs = paths
    .map((path) => siblingOf(path, 'config.json'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));
  const named = configs.flatMap((config) => config.match(/(?<=")[\w-]+\.json(?=")/g) ?? []);
  const files = named.flatMap((name) => [`test/registry/${name}`, `test/regulation/${name}`]);
  return [
    ...fixtures.flatMap(({ name, text, base }) => [name, String(text), base?.source.fichier ?? '']),
    ...configs,
    ...files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8')),
  ];
}

describe('rules say nothing that is not of the catalogue', () => {
  sayItInPseudo();

  for (const { code } of ALL_RULES) {
    it(code, () => {
      const alone = fixturesOf(code).map((path) => [path]);
      const groups = fixtureCasesOf(code).map(({ files }) => files);
      let said = 0;
      for (const paths of [...alone, ...groups]) {
        const fixtures = paths.map(readFixture);
        const analyses = paths.length > 1 ? analyseSideBySide(fixtures) : fixtures.map((one) => analyse(one));
        const sentences = analyses.flatMap(sentencesOf);
        said += sentences.length;
        assert.deepEqual(unsaid(sentences, quotable(paths, fixtures)), [], paths.join(', '));
      }
      assert.ok(said > 0, 'nothing was said');
      assert.deepEqual(unsaid([ruleTitle(code, 'fr')], []), []);
    });
  }
});
