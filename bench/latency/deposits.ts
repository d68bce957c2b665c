import { largeSample } from '../../scripts/make-large-sample.mjs';

/** One fault each, of rules that say nothing of one another: from what is written to what is found. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/"signatureElectronique": true/, '"signatureElectronique": vrai'],
  [/"dateSignature": "(\d\d)\/(\d\d)\/(\d{4})"/, '"dateSignature": "$3-$2-$1"'],
  [/"montantHT": ([\d.]+)/, '"montantHT": "$1"'],
  [/"emailRepresentant": "[^"]*"/, '"emailRepresentant": "direction"'],
  [/"telephoneRepresentant": "[^"]*"/, '"telephoneRepresentant": "+331"'],
  [/"nomFichier": "bdc-/, '"nomFichier": "bdc '],
  [/"typePrestation": "[^"]*"/, '"typePrestation": "VAGUE_9"'],
  [/"FINESSPMSI": "\d/, '"FINESSPMSI": "A'],
  [/"aidesPercues": true/, '"aidesPercues": "true"'],
  [/"numeroReferencement": "[^"]*"/, '"numeroReferencement": null'],
];

/** A deposit of that many requests with about that many findings, spread from its beginning to its end. */
export function deposit(requests: number, findings: number): string {
  const parts = largeSample(requests).split(/(?=^ {4}\{$)/m);
  const [head = '', ...all] = parts;
  const rounds = Math.ceil(findings / Math.max(1, Math.min(requests, findings)));
  let left = findings;
  for (let round = 0; round < rounds && left > 0; round++) {
    const step = Math.max(1, Math.floor(requests / Math.min(requests, left)));
    for (let rank = 0; rank < all.length && left > 0; rank += step, left--) {
      const [fault, written] = FAULTS[(round + rank) % FAULTS.length] ?? [/$^/, ''];
      all[rank] = all[rank]?.replace(fault, written) ?? '';
    }
  }
  return head + all.join('');
}

/** One stretch of text to replace, by lines and columns, and what it was. */
export interface Stroke {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly text: string;
}

/** What is typed and taken back, there and back: a letter, a broken literal, a lost quote, a lost bracket. */
const SLIPS: readonly (readonly [string, string, string])[] = [
  ['"nomRepresentant": "', 'R', 'X'],
  ['"signatureElectronique": ', 'true', 'tru'],
  ['"signatureElectronique": ', 'vrai', 'vra'],
  ['"numero": ', '"', ''],
  ['"bonDeCommande": ', '{', ''],
];

/** Edits at the first, the middle and the last request, each one followed by the one that takes it back. */
export function strokesOf(text: string, requests: number): Stroke[] {
  const lines = text.split('\n');
  const first = lines.flatMap((line, rank) => (line === '    {' ? [rank] : []));
  const places = [...new Set([0, requests >> 1, requests - 1])];
  return places.flatMap((rank) => SLIPS.flatMap((slip) => thereAndBack(lines, first[rank] ?? 0, slip)));
}

function thereAndBack(
  lines: readonly string[],
  from: number,
  [before, right, wrong]: (typeof SLIPS)[number],
): Stroke[] {
  const line = lines.findIndex((text, rank) => rank >= from && text.includes(before + right));
  const character = (lines[line]?.indexOf(before) ?? 0) + before.length;
  // The last request may lack what only some of the findings bring.
  if (line < 0 || line > from + 150) return [];
  const start = { line, character };
  const place = (length: number) => ({ line, character: character + length });
  return [
    { start, end: place(right.length), text: wrong },
    { start, end: place(wrong.length), text: right },
  ];
}
