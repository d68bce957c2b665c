import type { LocatedFinding } from '../../analysis/located';
import type { Severity } from '../../rules/finding';
import type { MessageKey } from '../../messages/catalogue';
import type { Tally } from '../tally';
import type { Terminal } from '../terminal';
import type { TextAtHand } from '../told/text-at-hand';
import type { ToldFile, ToldFinding } from '../told/told-file';
import type { Voice } from '../voice';
import { excerptOf, type Excerpt } from './excerpt';
import type { Report, Reporter } from './reporter';
import { harmless, styleFor, wrap, type Style } from './style';
import { summaryOf } from './summary';
import { verdictLines } from './verdict-lines';

/** A person reads the first of them and mends; the JSON format gives all. */
const MOST_SHOWN = 100;
const INDENT = '  ';

/** For a person: findings under the file that they stand in, each with its line, then what it all adds up to. */
class PrettyReporter implements Reporter<Excerpt | undefined> {
  private readonly style: Style;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {
    this.style = styleFor(terminal.colours);
  }

  file(file: ToldFile<Excerpt | undefined>): void {
    const shown = file.findings.slice(0, MOST_SHOWN).flatMap((found) => this.finding(found));
    const hidden = file.findings.length - MOST_SHOWN;
    const title = `${this.style.bold(harmless(file.path))} ${this.style.dim(file.format)}`;
    this.print([
      title,
      ...shown,
      ...(hidden > 0
        ? [INDENT + this.voice.say('cli.constats-caches', { nombre: this.voice.number(hidden) })]
        : []),
      ...verdictLines(file, this.voice).map((line) => INDENT + line),
      '',
    ]);
  }

  end(tally: Tally): void {
    this.print(summaryOf(tally, this.voice));
  }

  private finding({ finding, place, fixable, more: excerpt }: ToldFinding<Excerpt | undefined>): string[] {
    const { line, column } = place;
    const { dim } = this.style;
    const at = `${INDENT}${line}:${column}`.padEnd(11);
    const severity = this.voice.say(SEVERITY[finding.severity]);
    const fix = fixable === 'safe' ? `, ${this.voice.say('cli.correction-sure')}` : '';
    const message = `${severity}  ${harmless(this.voice.message(finding.message))} [${finding.code}${fix}]`;
    const [first = '', ...others] = wrap(message, roomIn(this.terminal.width));
    const lines = [
      `${at} ${this.paint(finding.severity, severity)}${first.slice(severity.length)}`,
      ...others.map((part) => ' '.repeat(MARGIN) + part),
    ];
    if (!excerpt) return lines;
    const gutter = String(line).padStart(GUTTER);
    return [
      ...lines,
      `${dim(`${gutter} |`)} ${excerpt.line}`,
      `${dim(`${' '.repeat(gutter.length)} |`)} ${this.paint(finding.severity, excerpt.carets)}`,
    ];
  }

  private paint(severity: Severity, text: string): string {
    switch (severity) {
      case 'error':
        return this.style.red(text);
      case 'warning':
        return this.style.yellow(text);
      case 'information':
      case 'hint':
        return this.style.blue(text);
    }
  }

  private print(lines: readonly string[]): void {
    this.terminal.out(lines.map((line) => `${line}\n`).join(''));
  }
}

/** Where messages and lines of the file begin. */
const MARGIN = 12;
const GUTTER = MARGIN - 3;

function roomIn(width: number | undefined): number | undefined {
  return width === undefined ? undefined : width - MARGIN;
}

/** Where there is nothing to mend, the place is enough. */
function excerptFor(
  located: LocatedFinding,
  { text, index, looks }: TextAtHand,
  rank: number,
): Excerpt | undefined {
  const { severity } = located.finding;
  if (rank >= MOST_SHOWN || severity === 'information' || severity === 'hint') return undefined;
  return excerptOf(text, located, index.positionAt(located.start).character, roomIn(looks.width));
}

export const prettyReport: Report<Excerpt | undefined> = {
  more: excerptFor,
  reporter: (terminal, voice) => new PrettyReporter(terminal, voice),
};

const SEVERITY: Readonly<Record<Severity, MessageKey>> = {
  error: 'cli.gravite.error',
  warning: 'cli.gravite.warning',
  information: 'cli.gravite.information',
  hint: 'cli.gravite.hint',
};
