import { Refusal } from './refusal';

const SNIFFED = 64 * 1024;
const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** The stream of an OLE container that holds an encrypted workbook. */
const ENCRYPTED = utf16('EncryptedPackage').slice(0, -1);
const OTHERS = [
  '%PDF',
  '<html',
  '<!doc',
  '<?xml',
  '{\\rtf',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x1f\x8b',
  '7z\xbc\xaf',
  'Rar!',
];

/** What a file is, by its first bytes and never by its name. Refuses what is certainly no base. */
export function kindOf(bytes: Uint8Array): 'classeur' | 'csv' {
  if (bytes.length === 0) throw new Refusal('base.refus.vide');
  if (startsWith(bytes, ZIP)) return 'classeur';
  if (startsWith(bytes, OLE)) {
    // The directory is anywhere in the file, most often near its end.
    const directory =
      holds(bytes.subarray(0, SNIFFED), ENCRYPTED) || holds(bytes.subarray(-SNIFFED), ENCRYPTED);
    throw new Refusal(directory ? 'base.refus.chiffre' : 'base.refus.xls');
  }
  const start = String.fromCharCode(...bytes.subarray(0, 8)).toLowerCase();
  if (OTHERS.some((signature) => start.startsWith(signature.toLowerCase()))) {
    throw new Refusal('base.refus.format');
  }
  return 'csv';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function holds(bytes: Uint8Array, part: readonly number[]): boolean {
  const [first = 0] = part;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes.subarray(at), part)) return true;
  }
  return false;
}

function utf16(text: string): number[] {
  return [...text].flatMap((char) => [char.charCodeAt(0), 0]);
}
