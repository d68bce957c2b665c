import type { ArtifactLocation, Fix as SarifFix, Invocation, Location, Region, Result, Run } from 'sarif';
import { version } from '../../../../package.json';
import { locatedFixes, type LocatedFinding } from '../../analysis/located';
import { harmless } from '../../messages/harmless';
import type { Message } from '../../messages/catalogue';
import type { FixKind, Related } from '../../rules/finding';
import type { Tally } from '../tally';
import type { Terminal } from '../terminal';
import type { TextAtHand } from '../told/text-at-hand';
import { demandeOf, type ToldFile, type ToldFinding } from '../told/told-file';
import type { Voice } from '../voice';
import { Batches } from './batches';
import { Fingerprints, subjectOf } from './fingerprints';
import { jsonText } from './json-text';
import { pathInside, uriOf, type Place } from './place';
import type { Report, Reporter } from './reporter';
import { LEVEL, ruleReference, sarifDriver } from './sarif-rules';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Another place that a finding speaks of: in its file, or in another one, whose text is not at hand. */
type ToldRelated = { readonly message: Message } & (
  | { readonly place: Place }
  | { readonly uri: string; readonly charOffset: number; readonly charLength: number }
);

interface ToldFix {
  readonly kind: FixKind;
  readonly title: Message;
  readonly replacements: readonly { readonly place: Place; readonly text: string }[];
}

/** What a log tells of a finding besides. */
interface Details {
  readonly subject: string;
  readonly related: readonly ToldRelated[];
  readonly fixes: readonly ToldFix[];
}

/** A finding, or one that the team accepts, for this reason. */
interface Told extends ToldFinding<Details> {
  readonly exception?: { readonly motif: string };
}

/** A SARIF 2.1.0 log of one run, written as the files go by. */
class SarifReporter implements Reporter<Details> {
  private started = false;
  private readonly results: Batches;

  constructor(
    private readonly terminal: Terminal,
    private readonly voice: Voice,
  ) {
    this.results = new Batches(terminal.out);
  }

  file(file: ToldFile<Details>): void {
    this.start();
    const fingerprints = new Fingerprints();
    const all: Told[] = [...file.findings, ...file.accepted].sort((a, b) => a.start - b.start);
    this.results.add(all, (found) => jsonText(this.result(file, found, fingerprints.of(found.more.subject))));
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
    file: ToldFile<Details>,
    { finding, place, demande, fixable, more, exception }: Told,
    fingerprint: string,
  ): Result {
    const artifactLocation = this.artifact(file.path);
    const related = more.related.map((one) => this.related(one, artifactLocation));
    const fixes = more.fixes.map((fix) => this.fix(fix, artifactLocation));
    return {
      ...ruleReference(finding.code),
      level: LEVEL[finding.severity],
      message: this.text(finding.message),
      locations: [{ physicalLocation: { artifactLocation, region: regionOf(place) } }],
      partialFingerprints: { 'segur/v1': fingerprint },
      ...(related.length > 0 && { relatedLocations: related }),
      ...(fixes.length > 0 && { fixes }),
      ...(exception && {
        suppressions: [{ kind: 'external', status: 'accepted', justification: harmless(exception.motif) }],
      }),
      properties: { demande: demandeOf(file, demande), fixable },
    };
  }

  private related(told: ToldRelated, artifactLocation: ArtifactLocation): Location {
    const message = this.text(told.message);
    if ('place' in told) {
      return { physicalLocation: { artifactLocation, region: regionOf(told.place) }, message };
    }
    const { uri, charOffset, charLength } = told;
    return {
      physicalLocation: { artifactLocation: { uri }, region: { charOffset, charLength } },
      message,
    };
  }

  private fix({ kind, title, replacements }: ToldFix, artifactLocation: ArtifactLocation): SarifFix {
    const changes = replacements.map(({ place, text }) => ({
      deletedRegion: regionOf(place),
      insertedContent: { text },
    }));
    return {
      description: this.text(title),
      artifactChanges: [{ artifactLocation, replacements: changes }],
      properties: { kind },
    };
  }

  /** Inside the folder where the command runs, a path that holds on any machine. */
  private artifact(path: string): ArtifactLocation {
    const inside = pathInside(path, this.terminal.folder);
    if (inside === undefined) return { uri: uriOf(path, this.terminal.folder) };
    return { uri: inside.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
  }

  private text(message: Message): { readonly text: string } {
    return { text: harmless(this.voice.message(message)) };
  }
}

function regionOf({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function detailsOf(located: LocatedFinding, hand: TextAtHand): Details {
  const base = located.start - located.finding.start;
  return {
    subject: subjectOf(located, hand),
    related: (located.finding.related ?? []).map((one) => relatedOf(one, base, hand)),
    fixes: locatedFixes(located)
      .filter(({ edits }) => edits.length > 0)
      .map(({ kind, title, edits }) => ({
        kind,
        title,
        replacements: edits.map((edit) => ({ place: hand.placeOf(edit), text: edit.text })),
      })),
  };
}

/** `base`: where the finding's fragment begins. */
function relatedOf({ uri, start, end, message }: Related, base: number, hand: TextAtHand): ToldRelated {
  // Of another file the text is not at hand: characters are counted from its beginning.
  if (uri !== undefined) return { message, uri, charOffset: start, charLength: end - start };
  return { message, place: hand.placeOf({ start: start + base, end: end + base }) };
}

export const sarifReport: Report<Details> = {
  more: detailsOf,
  reporter: (terminal, voice) => new SarifReporter(terminal, voice),
};
