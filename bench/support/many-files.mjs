import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withKey } from '../../scripts/fictional-numbers.mjs';
import { largeSample } from '../../scripts/make-large-sample.mjs';

/**
 * Writes that many files of fictional requests in a folder that it makes, and gives their bytes. Every twentieth file is
 * a newer version of the one before it; all the others share nothing.
 */
export function writeManyFiles(folder, files, requests) {
  const model = largeSample(requests);
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (let rank = 0; rank < files; rank++) {
    const origin = rank % 20 === 19 ? rank - 1 : rank;
    const numbers = new Map();
    const text = model
      .replace(/"\d{9}"/g, (number) => {
        if (!numbers.has(number)) numbers.set(number, numberOf(origin * 4000 + numbers.size));
        return numbers.get(number);
      })
      .replaceAll('"DPI-', `"DPI-${rank}-`);
    writeFileSync(join(folder, `depot-${rank}.avance.json`), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** A FINESS or a SIREN that nobody has, as it is written. */
function numberOf(rank) {
  return `"${withKey(`9${String(rank).padStart(7, '0')}`)}"`;
}
