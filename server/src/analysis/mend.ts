import { applyEdits } from '../syntax/edits';
import { analyse, type Analysis } from './analyse';
import type { AnalysisInput } from './analysis-input';
import type { Yardstick } from './checked-request';
import { compatibleEdits, type MendOptions } from './compatible-edits';
import { cutFile } from './cut-file';
import { findsTheSame, heldAgainst } from './held-against';
import type { LocatedFinding } from './located';
import type { Memo } from './memo';
import { mendRequest, MOST_ROUNDS } from './mend-request';

export interface Mended {
  readonly text: string;
  /** What is found in that text. */
  readonly analysis: Analysis;
  /** How many findings of each rule were mended, by code. */
  readonly done: ReadonlyMap<string, number>;
}

/**
 * Applies one fix of each finding, then looks again, until nothing is left to mend. Each request is mended to its end
 * by itself: in a file of thousands, reading them all again for each round would cost too much. The user's layout stays.
 * What an earlier check of the same text left spares looking at requests that it found nothing in.
 */
export function mendAll(input: AnalysisInput, options: MendOptions, earlier?: Memo): Mended {
  const done = new Map<string, number>();
  const requests = new RequestMender(input, options, done);
  const isOfThis = earlier?.file.source === input.text && findsTheSame(earlier, heldAgainst(input));
  let text = input.text.toString();
  for (let round = 1; ; round++) {
    text = requests.mend(text, round === 1 && isOfThis ? earlier : undefined);
    const analysis = analyse({ ...input, text });
    const { edits, codes } = compatibleEdits(findingsOutside(analysis), options);
    if (edits.length === 0 || round === MOST_ROUNDS) return { text, analysis, done };
    count(codes, done);
    text = applyEdits(text, edits);
  }
}

/** Mends the requests of one text after the other; those that it left before are not read again. */
class RequestMender {
  private readonly settled = new Set<string>();

  constructor(
    private readonly input: AnalysisInput,
    private readonly options: MendOptions,
    private readonly done: Map<string, number>,
  ) {}

  mend(text: string, known: Memo | undefined): string {
    const { name, choice, registry } = this.input;
    const { cut, recognition } = cutFile({ name, source: text, choice, registry });
    if (recognition.kind !== 'format') return text;
    const yardstick = { format: recognition.format, ...heldAgainst(this.input) };
    const pieces: string[] = [];
    let behind = 0;
    for (const [rank, { start, end }] of cut.requests.entries()) {
      if (known?.requests[rank]?.findings.length === 0) continue;
      pieces.push(text.slice(behind, start), this.mendOne(text.slice(start, end), yardstick));
      behind = end;
    }
    return pieces.join('') + text.slice(behind);
  }

  private mendOne(text: string, yardstick: Yardstick): string {
    if (this.settled.has(text)) return text;
    const { exceptions = [] } = this.input;
    const mended = mendRequest(text, yardstick, exceptions, this.options);
    count(mended.codes, this.done);
    this.settled.add(mended.text);
    return mended.text;
  }
}

/** What is found around the requests and from one to another. */
function findingsOutside({ findings, memo }: Analysis): LocatedFinding[] {
  const own = new Set(memo.requests.flatMap((request) => request.findings));
  return findings.filter(({ finding }) => !own.has(finding));
}

function count(codes: readonly string[], done: Map<string, number>): void {
  for (const code of codes) done.set(code, (done.get(code) ?? 0) + 1);
}
