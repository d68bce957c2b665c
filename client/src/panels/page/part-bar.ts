import { html, svg } from './dom';
import type { Part } from './read-montants';

/** The picture ends here: 1 is the ceiling. */
const LARGEST = 1.5;

/** A bar of what is asked against its ceiling, and the same in words; nothing where it is not known. */
export function partBar(part: Part | null): HTMLElement[] {
  if (!part) return [];
  const { valeur, texte } = part;
  const within = Math.min(valeur, 1);
  const beyond = Math.min(valeur, LARGEST) - within;
  const box = { y: '2', height: '6' };
  const picture = svg(
    'svg',
    { class: 'part', 'aria-hidden': 'true', width: '100%', height: '10' },
    svg('rect', { class: 'rail', x: '0', width: place(1), ...box }),
    svg('rect', { class: 'dans', x: '0', width: place(within), ...box }),
    ...(beyond > 0
      ? [svg('line', { class: 'au-dela', x1: place(1), x2: place(1 + beyond), y1: '5', y2: '5' })]
      : []),
    svg('line', { class: 'plafond', x1: place(1), x2: place(1), y1: '0', y2: '10' }),
  );
  return [html('div', { class: 'barre' }, picture), html('span', { class: 'detail' }, texte)];
}

function place(valeur: number): string {
  return `${((valeur / LARGEST) * 100).toFixed(1)}%`;
}
