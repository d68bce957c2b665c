import { LineIndex } from '../../syntax/line-index';
import type { ExaminedFile, ExaminedFinding } from '../examined';
import type { Terminal } from '../terminal';
import type { Forms, Voice } from '../voice';
import { demandeOf, pathForTools, placeOf } from './place';
import type { Reporter } from './reporter';
import { xmlAttributes, xmlText } from './xml';

/** Errors of one request that are spelled out; the others are counted, `--format json` gives all. */
const MOST_TOLD = 100;
const ERREURS: Forms = { un: 'cli.compte.error.un', plusieurs: 'cli.compte.error.plusieurs' };

/** One request, or what stands outside the requests: a test that passes or fails. */
interface Test {
  readonly name: string;
  readonly line: number;
  readonly findings: readonly ExaminedFinding[];
}

/**
 * The XML that CI servers show as tests: a file is a suite, each of its requests a test that passes when it is OK. An
 * error makes a test fail; the rest is its output.
 */
export class JunitReporter implements Reporter {
  private started = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {}

  file(file: ExaminedFile): void {
    this.start();
    const index = new LineIndex(file.analysis.text);
    const path = pathForTools(file.path, this.terminal.folder);
    const tests = this.testsOf(file, index);
    const failures = tests.filter(({ findings }) => findings.some(isError)).length;
    const counts = { name: path, tests: tests.length, failures, errors: 0, skipped: 0 };
    this.terminal.out(`  <testsuite${xmlAttributes(counts)}>\n`);
    for (const test of tests) this.terminal.out(this.testcase(path, test, index));
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

  private testsOf(file: ExaminedFile, index: LineIndex): Test[] {
    const byDemande = new Map<number | undefined, ExaminedFinding[]>();
    for (const found of file.findings) {
      const { demande } = found.located;
      const others = byDemande.get(demande);
      if (others) others.push(found);
      else byDemande.set(demande, [found]);
    }
    const { dossier } = file.analysis;
    const outside = dossier?.format.etape === 'candidature' ? 'cli.candidature' : 'cli.junit.hors-demandes';
    const names = new Set<string>();
    const demandes = (dossier?.demandes ?? []).map(({ rang, start }) => {
      const rank = this.voice.say('cli.demande.rang', { rang: rang + 1 });
      const reference = demandeOf(file, rang);
      const name = typeof reference === 'string' ? reference : rank;
      const unique = names.has(name) ? `${name} (${rank})` : name;
      names.add(name);
      return { name: unique, line: index.positionAt(start).line + 1, findings: byDemande.get(rang) ?? [] };
    });
    return [
      { name: this.voice.say(outside), line: 1, findings: byDemande.get(undefined) ?? [] },
      ...demandes,
    ];
  }

  private testcase(path: string, { name, line, findings }: Test, index: LineIndex): string {
    const errors = findings.filter(isError);
    const others = findings.filter((found) => !isError(found));
    const head = `    <testcase${xmlAttributes({ name, classname: path, file: path, line })}`;
    if (findings.length === 0) return `${head} />\n`;
    const told = (list: readonly ExaminedFinding[]): string =>
      list
        .slice(0, MOST_TOLD)
        .map((found) => xmlText(this.sentence(path, found, index)))
        .join('\n');
    const [first] = errors;
    const failure = first && {
      type: first.located.finding.code,
      message:
        errors.length === 1
          ? this.voice.message(first.located.finding.message)
          : this.voice.count(errors.length, ERREURS),
    };
    return [
      `${head}>`,
      ...(failure ? [`      <failure${xmlAttributes(failure)}>${told(errors)}</failure>`] : []),
      ...(others.length > 0 ? [`      <system-out>${told(others)}</system-out>`] : []),
      '    </testcase>\n',
    ].join('\n');
  }

  private sentence(path: string, { located }: ExaminedFinding, index: LineIndex): string {
    const { line, column } = placeOf(located, index);
    return `${path}:${line}:${column}: ${this.voice.message(located.finding.message)} [${located.finding.code}]`;
  }
}

function isError({ located }: ExaminedFinding): boolean {
  return located.finding.severity === 'error';
}
