import { requestPathsOf } from '../formats/format';
import { recognise, type FormatChoice, type Recognition } from '../formats/recognise';
import { FormatRegistry } from '../formats/registry';
import { looksBinary } from '../syntax/binary';
import { cutDocument, type CutDocument } from '../syntax/document';
import { isRegular, recut, skeletonAround, type Recut } from '../syntax/recut';
import { changeBetween, type SourceText } from '../syntax/source-text';

/** A text as it is known to the user and to the formats. */
export interface FileText {
  readonly name: string;
  readonly source: SourceText;
  readonly choice?: FormatChoice | undefined;
  /** The product's own formats by default. */
  readonly registry?: FormatRegistry | undefined;
}

const BUNDLED = new FormatRegistry();

/** A text cut as its format says. */
export interface CutFile extends FileText {
  readonly cut: CutDocument;
  readonly recognition: Recognition;
  /** What follows an edit may be told from this. */
  readonly regular: boolean;
}

/** A text cut again after an edit, and how many requests at both ends are those from before. */
export interface RecutFile extends CutFile, Recut {}

/** Where requests stand depends on the format, and the format on what is around them: cut widely, then as it says. */
export function cutFile(file: FileText): CutFile {
  const { registry = BUNDLED } = file;
  const text = file.source.toString();
  const wide = cutDocument(text, registry.requestPaths);
  const recognition = recogniseIn(file, wide);
  if (recognition.kind !== 'format') return { ...file, recognition, cut: wide, regular: false };
  const own = requestPathsOf(recognition.format);
  const isWhole = recognition.format.requestPath?.length === 0;
  const again = registry.requestPaths.length > own.length || isWhole;
  const cut = again ? cutDocument(text, own) : wide;
  return { ...file, recognition, cut, regular: !isWhole && isRegular(cut) };
}

/** The same from what an earlier version of the text gave; undefined where that does not tell. */
export function recutFile(before: CutFile, file: FileText): RecutFile | undefined {
  const { cut, recognition, regular, registry } = before;
  if (!regular || recognition.kind !== 'format') return undefined;
  const isSame = file.registry === registry && file.name === before.name && file.choice === before.choice;
  if (!isSame) return undefined;
  const change = changeBetween(before.source, file.source);
  if (!change) return unchanged(before, file);
  const again = recut(cut, file.source, change, requestPathsOf(recognition.format));
  if (!again || looksBinary(file.source.slice(0, 4096))) return undefined;
  const seen = recogniseAgain(file, again.cut);
  if (seen?.kind !== 'format' || seen.format !== recognition.format) return undefined;
  return { ...file, ...again, recognition: seen, regular: true };
}

function unchanged(before: CutFile, file: FileText): RecutFile {
  return { ...before, source: file.source, head: before.cut.requests.length, tail: 0 };
}

function recogniseIn({ name, choice, registry = BUNDLED }: FileText, wide: CutDocument): Recognition {
  return recognise(name, wide.envelope.root, choice, registry);
}

/** By what is around the requests: they themselves tell nothing of the format. */
function recogniseAgain(file: FileText, { requests }: CutDocument): Recognition | undefined {
  const skeleton = skeletonAround(file.source, requests);
  return skeleton && recogniseIn(file, cutDocument(skeleton.text, (file.registry ?? BUNDLED).requestPaths));
}
