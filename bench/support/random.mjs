/** Numbers that look random and come again with the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0 to `below` - 1. */
  const nat = (below) => Math.floor(next() * below);
  return { next, nat, pick: (list) => list[nat(list.length)] };
}

/** The value behind an option of the command line, such as `--minutes 10`. */
export function optionOf(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? undefined : Number(process.argv[at + 1]);
  return value !== undefined && Number.isFinite(value) ? value : otherwise;
}
