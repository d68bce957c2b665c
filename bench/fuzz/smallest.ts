/** A text, or a list of steps: what can be made smaller by leaving stretches out. */
export type Case = string | readonly unknown[];

/** The smallest case that still fails, found by leaving out ever shorter stretches. Looks `most` times at most. */
export async function smallest<One extends Case>(
  found: One,
  fails: (one: One) => Promise<boolean>,
  most = 2000,
): Promise<One> {
  let now = found;
  let looks = 0;
  for (let length = Math.ceil(now.length / 2); length > 0; length = Math.floor(length / 2)) {
    for (let at = 0; at < now.length && looks < most; looks++) {
      const shorter = without(now, at, length);
      if (await fails(shorter)) now = shorter;
      else at += length;
    }
  }
  return now;
}

function without<One extends Case>(whole: One, at: number, length: number): One;
function without(whole: Case, at: number, length: number): Case {
  return typeof whole === 'string'
    ? whole.slice(0, at) + whole.slice(at + length)
    : whole.filter((_, rank) => rank < at || rank >= at + length);
}
