import { DecodeUTF8 } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Steps } from './steps';
import type { Archive } from './zip';

/** Those that are read of any element. */
type AttributeName =
  | 'r'
  | 's'
  | 't'
  | 'ref'
  | 'hidden'
  | 'numFmtId'
  | 'formatCode'
  | 'state'
  | 'name'
  | 'Id'
  | 'Type'
  | 'Target';
export type Attributes = Readonly<Partial<Record<AttributeName, string>>>;

/** What reads one part of a workbook. Names come without their prefix. */
export interface XmlReader {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /** True once the rest of the part does not matter. */
  enough?(): boolean;
}

/** Reads a part of a workbook with `reader`, piece by piece. Throws on what is no XML. */
export function* readXml<Reader extends XmlReader>(
  archive: Archive,
  part: string,
  reader: Reader,
): Steps<Reader> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => reader.open?.(local(name), attributes));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => reader.close?.(local(name)));
  const decoder = new DecodeUTF8((text) => parser.write(text));
  yield* archive.unpack(part, (piece, last) => {
    if (piece.length > 0 || last) decoder.push(piece, last);
    return reader.enough?.() !== true;
  });
  if (reader.enough?.() !== true) parser.close();
  return reader;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
