import { LineIndex } from '../../syntax/line-index';
import type { Severity } from '../../rules/finding';
import type { MessageKey } from '../../messages/catalogue';
import type { ExaminedFile, ExaminedFinding } from '../examined';
import type { Tally } from '../tally';
import type { Terminal } from '../terminal';
import type { Voice } from '../voice';
import { excerptOf } from './excerpt';
import type { Reporter } from './reporter';
import { harmless, styleFor, wrap, type Style } from './style';
import { summaryOf } from './summary';
import { verdictLines } from './verdict-lines';

/** A person reads the first of them and mends; the JSON format gives all. */
const MOST_SHOWN = 100;
const INDENT = '  ';

/** For a person: findings under the file that they stand in, each with its line, then what it all adds up to. */
export class PrettyReporter implements Reporter {
  private readonly style: Style;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {
    this.style = styleFor(terminal.colours);
  }

  file(file: ExaminedFile): void {
    const { recognition, text } = file.analysis;
    const format = recognition.kind === 'format' ? recognition.format.id : '';
    const index = new LineIndex(text);
    const shown = file.findings.slice(0, MOST_SHOWN).flatMap((found) => this.finding(found, text, index));
    const hidden = file.findings.length - MOST_SHOWN;
    const title = `${this.style.bold(harmless(file.path))} ${this.style.dim(format)}`;
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

  private finding({ located, fixable }: ExaminedFinding, text: string, index: LineIndex): string[] {
    const { finding, start } = located;
    const { line, character } = index.positionAt(start);
    const { dim } = this.style;
    const place = `${INDENT}${line + 1}:${character + 1}`.padEnd(11);
    const severity = this.voice.say(SEVERITY[finding.severity]);
    const fix = fixable === 'safe' ? `, ${this.voice.say('cli.correction-sure')}` : '';
    const message = `${severity}  ${harmless(this.voice.message(finding.message))} [${finding.code}${fix}]`;
    const [first = '', ...others] = wrap(message, this.room());
    const lines = [
      `${place} ${this.paint(finding.severity, severity)}${first.slice(severity.length)}`,
      ...others.map((part) => ' '.repeat(MARGIN) + part),
    ];
    // Where there is nothing to mend, the place is enough.
    if (finding.severity === 'information' || finding.severity === 'hint') return lines;
    const excerpt = excerptOf(text, located, character, this.room());
    const gutter = String(line + 1).padStart(GUTTER);
    return [
      ...lines,
      `${dim(`${gutter} |`)} ${excerpt.line}`,
      `${dim(`${' '.repeat(gutter.length)} |`)} ${this.paint(finding.severity, excerpt.carets)}`,
    ];
  }

  private room(): number | undefined {
    return this.terminal.width === undefined ? undefined : this.terminal.width - MARGIN;
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

const SEVERITY: Readonly<Record<Severity, MessageKey>> = {
  error: 'cli.gravite.error',
  warning: 'cli.gravite.warning',
  information: 'cli.gravite.information',
  hint: 'cli.gravite.hint',
};
