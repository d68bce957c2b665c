import type { Terminal } from '../terminal';
import type { ToldFile, ToldFinding } from '../told/told-file';
import type { Forms, Voice } from '../voice';
import { pathForTools } from './place';
import { NOTHING_MORE, type Report, type Reporter } from './reporter';
import { xmlAttributes, xmlText } from './xml';

/** Errors of one request that are spelled out; the others are counted, `--format json` gives all. */
const MOST_TOLD = 100;
const ERREURS: Forms = { un: 'cli.compte.error.un', plusieurs: 'cli.compte.error.plusieurs' };

type Told = ToldFinding<undefined>;

/** One request, or what stands outside the requests: a test that passes or fails. */
interface Test {
  readonly name: string;
  readonly line: number;
  readonly findings: readonly Told[];
}

/**
 * The XML that CI servers show as tests: a file is a suite, each of its requests a test that passes when it is OK. An
 * error makes a test fail; the rest is its output.
 */
class JunitReporter implements Reporter<undefined> {
  private started = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {}

  file(file: ToldFile<undefined>): void {
    this.start();
    const path = pathForTools(file.path, this.terminal.folder);
    const tests = this.testsOf(file);
    const failures = tests.filter(({ findings }) => findings.some(isError)).length;
    const counts = { name: path, tests: tests.length, failures, errors: 0, skipped: 0 };
    this.terminal.out(`  <testsuite${xmlAttributes(counts)}>\n`);
    for (const test of tests) this.terminal.out(this.testcase(path, test));
    this.terminal.out('  </testsuite>\n');
  }

  end(): void {
    this.start();
    this.terminal.out('</testsuites>\n');
  }

  private start(): void {
    if (this.started) return;
    this.started = true;
    this.terminal.out('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="segur-sons">\n');
  }

  private testsOf({ findings, isCandidature, demandes }: ToldFile<undefined>): Test[] {
    const byDemande = new Map<number | undefined, Told[]>();
    for (const found of findings) {
      const others = byDemande.get(found.demande);
      if (others) others.push(found);
      else byDemande.set(found.demande, [found]);
    }
    const outside = isCandidature ? 'cli.candidature' : 'cli.junit.hors-demandes';
    const names = new Set<string>();
    const tests = demandes.map(({ reference, line }, rang) => {
      const rank = this.voice.say('cli.demande.rang', { rang: rang + 1 });
      const name = reference ?? rank;
      const unique = names.has(name) ? `${name} (${rank})` : name;
      names.add(name);
      return { name: unique, line, findings: byDemande.get(rang) ?? [] };
    });
    return [{ name: this.voice.say(outside), line: 1, findings: byDemande.get(undefined) ?? [] }, ...tests];
  }

  private testcase(path: string, { name, line, findings }: Test): string {
    const errors = findings.filter(isError);
    const others = findings.filter((found) => !isError(found));
    const head = `    <testcase${xmlAttributes({ name, classname: path, file: path, line })}`;
    if (findings.length === 0) return `${head} />\n`;
    const told = (list: readonly Told[]): string =>
      list
        .slice(0, MOST_TOLD)
        .map((found) => xmlText(this.sentence(path, found)))
        .join('\n');
    const [first] = errors;
    const failure = first && {
      type: first.finding.code,
      message:
        errors.length === 1
          ? this.voice.message(first.finding.message)
          : this.voice.count(errors.length, ERREURS),
    };
    return [
      `${head}>`,
      ...(failure ? [`      <failure${xmlAttributes(failure)}>${told(errors)}</failure>`] : []),
      ...(others.length > 0 ? [`      <system-out>${told(others)}</system-out>`] : []),
      '    </testcase>\n',
    ].join('\n');
  }

  private sentence(path: string, { finding: { message, code }, place: { line, column } }: Told): string {
    return `${path}:${line}:${column}: ${this.voice.message(message)} [${code}]`;
  }
}

function isError({ finding }: Told): boolean {
  return finding.severity === 'error';
}

export const junitReport: Report<undefined> = {
  more: NOTHING_MORE,
  reporter: (terminal, voice) => new JunitReporter(terminal, voice),
};
