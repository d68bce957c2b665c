/**
 * File patterns, for shells that leave them as they are (those of Windows, a pattern between quotes): `*` and `?` within
 * a name, `**` for folders at any depth, `{a,b}` for either. node 20 has no glob of its own, the libraries weigh more
 * than all our formats, and nothing else of what they do is of use here.
 */
export class Pattern {
  /** The folder from which the pattern starts, with the separator of patterns. */
  readonly base: string;
  private readonly alternatives: readonly (readonly string[])[];

  constructor(text: string) {
    const steps = text.split('/');
    const fixed = steps.findIndex(isPattern);
    this.base = steps.slice(0, fixed).join('/') || (text.startsWith('/') ? '/' : '.');
    this.alternatives = withoutBraces(steps.slice(fixed).join('/')).map((one) => one.split('/'));
  }

  /** Where a walk stands before its first step. */
  start(): Stand {
    return this.alternatives.map((steps) => reachable(steps, [0]));
  }

  /** Where it stands after a file or a folder of that name. */
  after(stand: Stand, name: string): Stand {
    return this.alternatives.map((steps, one) =>
      reachable(
        steps,
        (stand[one] ?? []).flatMap((at) => next(steps[at], at, name)),
      ),
    );
  }

  /** The path that leads here answers the pattern. */
  isMet(stand: Stand): boolean {
    return this.alternatives.some((steps, one) => stand[one]?.includes(steps.length));
  }

  /** Something below may answer it. */
  goesOn(stand: Stand): boolean {
    return this.alternatives.some((steps, one) => stand[one]?.some((at) => at < steps.length));
  }
}

/** For each alternative, the steps of the pattern that may come next. */
export type Stand = readonly (readonly number[])[];

export function isPattern(text: string): boolean {
  return /[*?{]/.test(text);
}

function next(step: string | undefined, at: number, name: string): number[] {
  if (step === undefined) return [];
  if (step === '**') return name.startsWith('.') ? [] : [at];
  return answers(name, step) ? [at + 1] : [];
}

/** `**` may stand for no folder at all. */
function reachable(steps: readonly string[], from: readonly number[]): number[] {
  const found = new Set(from);
  for (const at of found) if (steps[at] === '**') found.add(at + 1);
  return [...found];
}

/** One name against one step. Goes back to the last `*` only: never slower than one length times the other. */
function answers(name: string, step: string): boolean {
  if (name.startsWith('.') && !step.startsWith('.')) return false;
  let [n, s, star, resume] = [0, 0, -1, 0];
  while (n < name.length) {
    if (step[s] === '*') {
      star = s++;
      resume = n;
    } else if (s < step.length && (step[s] === '?' || step[s] === name[n])) {
      s++;
      n++;
    } else if (star >= 0) {
      s = star + 1;
      n = ++resume;
    } else return false;
  }
  while (step[s] === '*') s++;
  return s === step.length;
}

const INNERMOST = /\{([^{}]*)\}/;

function withoutBraces(text: string): string[] {
  const [braces, choices] = INNERMOST.exec(text) ?? [];
  if (braces === undefined || choices === undefined) return [text];
  return choices.split(',').flatMap((choice) => withoutBraces(text.replace(braces, () => choice)));
}
