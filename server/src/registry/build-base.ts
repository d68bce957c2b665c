import type { Base, Etablissement, SourceDeBase } from './base';

/** Makes a base of establishments in the order of their file. Of two with one number, the first is kept. */
export function buildBase(etablissements: readonly Etablissement[], source: SourceDeBase): Base {
  const byNumber = new Map<string, Etablissement>();
  for (const etablissement of etablissements) {
    if (!byNumber.has(etablissement.finess)) byNumber.set(etablissement.finess, etablissement);
  }
  const byLink = new Map<string, Etablissement>();
  for (const etablissement of byNumber.values()) {
    const { finessLie } = etablissement;
    if (finessLie !== undefined && !byLink.has(finessLie)) byLink.set(finessLie, etablissement);
  }
  const byOrder = [...byNumber.values()].sort((a, b) => (a.finess < b.finess ? -1 : 1));
  return {
    source,
    size: byOrder.length,
    find: (finess) => byNumber.get(finess),
    linkedTo: (finess) => byLink.get(finess),
    near: (finess, most) => byOrder.filter((one) => isNear(one.finess, finess)).slice(0, most),
    search: (text, most) => searchIn(byOrder, text, most),
  };
}

/** True when one digit differs, or two neighbours are swapped. */
function isNear(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const differing = [...a].flatMap((char, at) => (char === b[at] ? [] : [at]));
  const [first = 0, second] = differing;
  if (second === undefined) return true;
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

function searchIn(all: readonly Etablissement[], text: string, most: number): Etablissement[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return all.slice(0, most);
  const found = all.flatMap((one) => {
    const name = ` ${plain(one.raisonSociale ?? '')}`;
    if (one.finess.toLowerCase().startsWith(words.join(''))) return [{ one, rank: 0 }];
    if (!words.every((word) => name.includes(word))) return [];
    return [{ one, rank: words.every((word) => name.includes(` ${word}`)) ? 1 : 2 }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
