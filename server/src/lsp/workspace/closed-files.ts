import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { analyseInSteps, type Analysis } from '../../analysis/analyse';
import type { AnalysisInput } from '../../analysis/analysis-input';
import { witnessOf, type Witness } from '../../analysis/exception-states';
import { fileNameOf } from '../../dossier/file-name';
import { summarise, type FileSummary } from '../../dossier/summary';
import type { CheckedDocument } from '../../features/document';
import { placesOfMentions, positionsFrom, type Positions } from '../../features/navigation/positions';
import type { Langue } from '../../messages/catalogue';
import { inBreaths, nextTurn } from '../breath';
import type { FileSystem } from './files';

/** Larger files are left alone: several times what 200 requests take. */
export const LARGEST_FILE = 20_000_000;
/** Findings of a closed file that are kept; of a file with more, they are found again when they are asked for. */
const MOST_KEPT = 50;

/** What is kept of a file that is not open. */
export interface ClosedFile {
  /** As the client and the disk name it. */
  readonly uri: string;
  readonly summary: FileSummary;
  /** Line and column of each mention. */
  readonly places: Uint32Array;
  /** Its own findings; undefined when there are too many to keep. */
  readonly own: readonly Diagnostic[] | undefined;
  /** What its check says of the exceptions to it. */
  readonly witness: Witness | undefined;
}

/** What reading a closed file takes from the session. */
export interface ClosedContext {
  readonly files: FileSystem;
  readonly input: (uri: string, text: string) => AnalysisInput;
  readonly show: (checked: CheckedDocument) => Diagnostic[];
  readonly langue: () => Langue;
  /** Resolves when no open document waits for its check. */
  readonly idle: () => Promise<void>;
  /** True when somebody will ask for the findings of closed files. */
  readonly wantsFindings: () => boolean;
}

export type Reading =
  | { readonly kind: 'lu'; readonly file: ClosedFile; readonly own: readonly Diagnostic[] }
  | { readonly kind: 'absent' | 'demesure' | 'autre' | 'abandon' };

/** Reads and checks a file that is not open, letting other work pass; `isWanted` may stop it. */
export async function readClosed(
  uri: string,
  context: ClosedContext,
  isWanted: () => boolean,
): Promise<Reading> {
  return checkClosed(uri, await context.files.readFile(uri), context, isWanted);
}

/** Checks the text of a file that is not open, behind every check of an open one. */
export async function checkClosed(
  uri: string,
  text: string | undefined,
  context: ClosedContext,
  isWanted: () => boolean,
): Promise<Reading> {
  if (text === undefined) return { kind: 'absent' };
  if (text.length > LARGEST_FILE) return { kind: 'demesure' };
  const pause = async (): Promise<void> => {
    await nextTurn();
    await context.idle();
  };
  const analysis = await inBreaths(analyseInSteps(context.input(uri, text)), isWanted, pause);
  if (!analysis) return { kind: 'abandon' };
  if (!analysis.dossier) return { kind: 'autre' };
  await pause();
  const document = TextDocument.create(uri, languageOf(uri), 0, text);
  const summary = summarise(analysis.dossier);
  const places = placesOfMentions(summary, document);
  await pause();
  const own = ownFindings(context, { document, analysis, langue: context.langue() });
  const file: ClosedFile = {
    uri,
    summary,
    places,
    own: own.length > MOST_KEPT ? undefined : own,
    witness: witnessOf(analysis),
  };
  return { kind: 'lu', file, own };
}

/** Lines and columns in a closed file, at its mentions. */
export function positionsIn({ summary, places }: ClosedFile): Positions {
  return positionsFrom(summary, places);
}

function ownFindings(
  context: ClosedContext,
  checked: CheckedDocument & { analysis: Analysis },
): Diagnostic[] {
  return context.wantsFindings() ? context.show(checked) : [];
}

/** As the editor would open it: our language by the name, JSON otherwise. */
function languageOf(uri: string): string {
  return /\.(avance|solde)\.json$/i.test(fileNameOf(uri)) ? 'segur-demande' : 'json';
}
