import { SLIPS } from '../../test/support/broken-texts';
import { MUTATIONS } from '../../test/support/mutations';
import type { RandomNumbers } from '../support/random.mjs';

/** What ill will puts into a text, beside what slips in. */
const HOSTILE = [
  '"__proto__": 1',
  '"constructor": {',
  '\u001b[2J',
  '\u009b31m',
  '\u202e',
  '\ud800',
  '\u2028',
  '=1+1',
  '<script>',
  '](command:x)',
  '../',
  '1e999',
  '-0',
  '99999999999999999999.99',
  '"\\u0000"',
  '[[[[[[[[',
  '{"a":{"a":{"a":',
];
const PIECES = [...SLIPS, ...HOSTILE, 'true', 'null', '0', '"a": ', '[]', '{}', '"demandes": ['];

/** A text of no kind, mostly short. */
export function anything(random: RandomNumbers): string {
  const count = random.nat(random.nat(4) === 0 ? 60 : 12);
  return Array.from({ length: count }, () =>
    random.nat(8) === 0 ? String.fromCharCode(random.nat(0x10000)) : random.pick(PIECES),
  ).join('');
}

/** A text with a few stretches of it lost, doubled, moved or written over. */
export function spoilt(random: RandomNumbers, text: string, most = 5): string {
  let now = text;
  for (let slips = 1 + random.nat(most); slips > 0; slips--) {
    const at = random.nat(now.length + 1);
    const taken = now.slice(at, at + random.nat(random.nat(6) === 0 ? 60 : 8));
    const rest = now.slice(0, at) + now.slice(at + taken.length);
    const to = random.nat(rest.length + 1);
    const put = [random.pick(PIECES), taken + taken, '', String.fromCharCode(random.nat(256))][random.nat(5)];
    now =
      put === undefined
        ? rest.slice(0, to) + taken + rest.slice(to)
        : now.slice(0, at) + put + rest.slice(at);
  }
  return random.nat(12) === 0 ? now.slice(0, random.nat(now.length + 1)) : now;
}

/** A right file with a few of the mistakes that people make in it. */
export function mistaken(random: RandomNumbers, text: string, most: number): string {
  let now = text;
  for (let mistakes = 1 + random.nat(most); mistakes > 0; mistakes--) {
    now = random.pick(MUTATIONS)(now, random.next(), random.next());
  }
  return now;
}
