import type { ArtifactLocation, Fix as SarifFix, Invocation, Location, Region, Result, Run } from 'sarif';
import { version } from '../../../../package.json';
import { locatedFixes, type LocatedFinding } from '../../analysis/located';
import { harmless } from '../../messages/harmless';
import type { Fix, Related } from '../../rules/finding';
import { LineIndex } from '../../syntax/line-index';
import type { Span } from '../../syntax/nodes';
import type { ExaminedFile, ExaminedFinding } from '../examined';
import type { Tally } from '../tally';
import type { Terminal } from '../terminal';
import type { Voice } from '../voice';
import { Batches } from './batches';
import { Fingerprints } from './fingerprints';
import { jsonText } from './json-text';
import { demandeOf, pathForTools, pathInside, placeOf, uriOf } from './place';
import type { Reporter } from './reporter';
import { LEVEL, ruleReference, sarifDriver } from './sarif-rules';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A finding, or one that the team accepts, for this reason. */
interface Told extends ExaminedFinding {
  readonly motif?: string;
}

/** A SARIF 2.1.0 log of one run, written as the files go by. */
export class SarifReporter implements Reporter {
  private started = false;
  private readonly results: Batches;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {
    this.results = new Batches(terminal.out);
  }

  file(file: ExaminedFile): void {
    this.start();
    const index = new LineIndex(file.analysis.text);
    const fingerprints = new Fingerprints(file, pathForTools(file.path, this.terminal.folder));
    const accepted = file.analysis.accepted.map((located): Told => ({
      located,
      fixable: 'no',
      motif: located.exception.motif,
    }));
    const all = [...file.findings, ...accepted].sort((a, b) => a.located.start - b.located.start);
    this.results.add(all, (found) => jsonText(this.result(file, found, index, fingerprints.of(found))));
  }

  end(_tally: Tally, executionSuccessful: boolean): void {
    this.start();
    this.results.end();
    const invocations: Invocation[] = [{ executionSuccessful }];
    this.terminal.out(`,\n"invocations":${jsonText(invocations)}}]}\n`);
  }

  private start(): void {
    if (this.started) return;
    this.started = true;
    const tool = { driver: sarifDriver(version, this.voice) };
    const run: Run = { tool, language: this.voice.langue, columnKind: 'utf16CodeUnits' };
    const head = jsonText({ $schema: SCHEMA, version: '2.1.0' }).slice(0, -1);
    this.terminal.out(`${head},"runs":[${jsonText(run).slice(0, -1)},\n"results":`);
  }

  private result(
    file: ExaminedFile,
    { located, fixable, motif }: Told,
    index: LineIndex,
    fingerprint: string,
  ): Result {
    const { finding } = located;
    const artifactLocation = this.artifact(file.path);
    const related = (finding.related ?? []).map((place) => this.related(file, located, place, index));
    const fixes = locatedFixes(located)
      .filter(({ edits }) => edits.length > 0)
      .map((fix) => this.fix(fix, artifactLocation, index));
    return {
      ...ruleReference(finding.code),
      level: LEVEL[finding.severity],
      message: this.text(finding.message),
      locations: [{ physicalLocation: { artifactLocation, region: regionOf(located, index) } }],
      partialFingerprints: { 'segur/v1': fingerprint },
      ...(related.length > 0 && { relatedLocations: related }),
      ...(fixes.length > 0 && { fixes }),
      ...(motif !== undefined && {
        suppressions: [{ kind: 'external', status: 'accepted', justification: harmless(motif) }],
      }),
      properties: { demande: demandeOf(file, located.demande), fixable },
    };
  }

  private related(file: ExaminedFile, located: LocatedFinding, place: Related, index: LineIndex): Location {
    const message = this.text(place.message);
    if (place.uri !== undefined) {
      // Of another file the text is not at hand: characters are counted from its beginning.
      const region = { charOffset: place.start, charLength: place.end - place.start };
      return { physicalLocation: { artifactLocation: { uri: place.uri }, region }, message };
    }
    const base = located.start - located.finding.start;
    const region = regionOf({ start: place.start + base, end: place.end + base }, index);
    return { physicalLocation: { artifactLocation: this.artifact(file.path), region }, message };
  }

  private fix({ kind, title, edits }: Fix, artifactLocation: ArtifactLocation, index: LineIndex): SarifFix {
    const replacements = edits.map((edit) => ({
      deletedRegion: regionOf(edit, index),
      insertedContent: { text: edit.text },
    }));
    return {
      description: this.text(title),
      artifactChanges: [{ artifactLocation, replacements }],
      properties: { kind },
    };
  }

  /** Inside the folder where the command runs, a path that holds on any machine. */
  private artifact(path: string): ArtifactLocation {
    const inside = pathInside(path, this.terminal.folder);
    if (inside === undefined) return { uri: uriOf(path, this.terminal.folder) };
    return { uri: inside.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
  }

  private text(message: Related['message']): { readonly text: string } {
    return { text: harmless(this.voice.message(message)) };
  }
}

function regionOf(span: Span, index: LineIndex): Region {
  const { line, column, endLine, endColumn } = placeOf(span, index);
  return { startLine: line, startColumn: column, endLine, endColumn };
}
