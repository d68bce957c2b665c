import assert from 'node:assert/strict';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { mendAll } from '../../server/src/analysis/mend';
import { FAILED_RULE } from '../../server/src/rules/run';
import { parseJson } from '../../server/src/syntax/parse';
import { fixesKeepTheirPromise, nameOf } from '../../test/support/fix-promise';
import { VALID } from '../../test/support/liberal-request';
import { isSound } from '../../test/support/sound-tree';
import { NAMED_FORMATS, validFile } from '../../test/support/valid-files';
import type { RandomNumbers } from '../support/random.mjs';
import { target, type Target } from './target';
import { anything, mistaken, spoilt } from './texts';

/** The middle of a filing, short enough to be gone through in no time. */
const SHORT =
  '{"sons": "MDV-LGC-Va2", "demandes": [{"a": [1, -2.5e3], "b": "é\\n"}, {"c": {"d": true, "e": null}}]}';
const RIGHT = NAMED_FORMATS.map((format) => validFile(format, 1));

const anyShort = (random: RandomNumbers): string =>
  random.nat(2) === 0 ? anything(random) : spoilt(random, SHORT);
const anyRequest = (random: RandomNumbers): string => {
  if (random.nat(8) === 0) return anything(random);
  const right = random.nat(2) === 0 ? VALID : random.pick(RIGHT);
  return random.nat(2) === 0 ? spoilt(random, right) : mistaken(random, right, 4);
};
const anyMistaken = (random: RandomNumbers): string => mistaken(random, random.pick(RIGHT), 3);

/** Parser, rules and fixes: what is asked of every text that somebody types. */
export const TEXT_TARGETS: readonly Target[] = [
  target('parser: any short text, cut into requests and parsed', {
    make: anyShort,
    check: (text) => {
      isSound(text);
      if (isJson(text)) assert.deepEqual(parseJson(text).problems, []);
    },
  }),
  target('rules: a request, spoilt or with mistakes in it, recognised and checked', {
    share: 4,
    make: anyRequest,
    check: (text) => {
      wellTold(analyse({ name: 'depot.json', text }));
      wellTold(analyse({ name: nameOf(text), text }));
    },
  }),
  target('rules: a text and what it becomes, checked with what is kept of the first', {
    share: 2,
    make: (random) => {
      const text = anyRequest(random);
      return [text, spoilt(random, text, 2)];
    },
    check: ([before = '', after = '']) => {
      const name = 'depot.avance.json';
      const { memo } = analyse({ name, text: before });
      assert.deepEqual(shown(analyse({ name, text: after }, memo)), shown(analyse({ name, text: after })));
    },
  }),
  target('fixes: each fix of each finding of a file, applied and checked again', {
    share: 4,
    make: anyMistaken,
    check: (text) => fixesKeepTheirPromise(text, ['safe']),
  }),
  target('fixes: all that is safe, twice', {
    share: 2,
    make: anyRequest,
    check: (text) => {
      const name = nameOf(text);
      const once = mendAll({ name, text }, { kinds: ['safe'] }).text;
      assert.equal(mendAll({ name, text: once }, { kinds: ['safe'] }).text, once);
    },
  }),
];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** No rule has failed, and each finding stands in the text, in its order. */
function wellTold({ text, findings }: Analysis): void {
  let last = 0;
  for (const { finding, start, end } of findings) {
    assert.notEqual(finding.code, FAILED_RULE, JSON.stringify(finding.facts));
    assert.ok(last <= start && start <= end && end <= text.length, `${finding.code} ${start}-${end}`);
    last = start;
  }
}

function shown({ findings }: Analysis): unknown[] {
  return findings.map(({ finding, start, end, demande }) => [
    finding.code,
    start,
    end,
    demande,
    finding.message,
    finding.fixes(),
  ]);
}
