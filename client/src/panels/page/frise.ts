import { svg } from './dom';
import type { Couloir, Frise, FriseCommandes, Jalon } from './read-echeances';

/** Pixels. Widths are shares of the picture's, so that texts keep their size in a narrow panel. */
const TOP = 24;
const LANE = 50;
const BOTTOM = 24;
const BAR = { below: 24, height: 10 };

/** What names a timeline for those who do not see it. */
export interface FriseNames {
  readonly id: string;
  readonly titre: string;
  /** "Aujourd'hui 22/11/2026". */
  readonly aujourdhui: string;
}

/** The timeline of a SONS as a picture; its table says the same. */
export function drawFrise(frise: Frise, { id, titre, aujourdhui }: FriseNames): SVGSVGElement {
  const { commandes } = frise;
  const datesEnd = TOP + frise.couloirs.length * LANE;
  const lanesEnd = commandes ? datesEnd + LANE : datesEnd;
  const titleId = `${id}-titre`;
  const detailId = `${id}-detail`;
  const lanes = [...frise.couloirs, ...(commandes ? [commandes] : [])];
  const detail = lanes.map((lane) => `${lane.titre} : ${lane.periode}.`).join(' ');
  return svg(
    'svg',
    {
      class: 'frise',
      role: 'img',
      'aria-labelledby': titleId,
      'aria-describedby': detailId,
      width: '100%',
      height: String(lanesEnd + BOTTOM),
    },
    svg('title', { id: titleId }, titre),
    svg('desc', { id: detailId }, `${detail} ${aujourdhui}.`),
    ...frise.annees.map(({ place, texte }) =>
      svg(
        'g',
        { class: 'annee' },
        svg('line', { x1: share(place), x2: share(place), y1: '4', y2: String(lanesEnd) }),
        // At the very edge the name of a year would be cut.
        ...(place < 0.92 ? [svg('text', { x: share(place), y: '14', dx: '5' }, texte)] : []),
      ),
    ),
    ...frise.couloirs.map((couloir, rank) => drawLane(couloir, TOP + rank * LANE)),
    ...(commandes ? [drawOrders(commandes, datesEnd)] : []),
    drawToday(frise.aujourdhui, aujourdhui, lanesEnd),
  );
}

function drawLane(couloir: Couloir, top: number): SVGGElement {
  const y = top + BAR.below;
  return svg(
    'g',
    { class: `couloir ${couloir.etat}` },
    ...laneTexts(couloir.titre, couloir.periode, top),
    svg('line', { class: 'rail', x1: '0', x2: '100%', y1: String(y + 5), y2: String(y + 5) }),
    ...drawBar(couloir, y),
    ...couloir.jalons.map((jalon) => drawMilestone(jalon, y + BAR.height / 2)),
  );
}

/** A thin bar from the first order to the last, a stroke a day. */
function drawOrders({ titre, periode, debut, fin, marques }: FriseCommandes, top: number): SVGGElement {
  const y = top + BAR.below + BAR.height / 2;
  return svg(
    'g',
    { class: 'couloir commandes' },
    ...laneTexts(titre, periode, top),
    svg('line', { class: 'rail', x1: '0', x2: '100%', y1: String(y), y2: String(y) }),
    svg('line', { class: 'etendue', x1: share(debut), x2: share(fin), y1: String(y), y2: String(y) }),
    ...marques.map((place) =>
      svg('line', {
        class: 'marque-jour',
        x1: share(place),
        x2: share(place),
        y1: String(y - 7),
        y2: String(y + 7),
      }),
    ),
  );
}

/** On one line, and on two: a text of a picture does not wrap, and the style sheet shows what the width allows. */
function laneTexts(titre: string, periode: string, top: number): SVGTextElement[] {
  const name = () => svg('tspan', { class: 'nom' }, titre);
  const second = svg('tspan', { x: '0', dy: '11' }, periode);
  return [
    svg('text', { class: 'une-ligne', x: '0', y: String(top + 16) }, name(), ` ${periode}`),
    svg('text', { class: 'deux-lignes', x: '0', y: String(top + 7) }, name(), second),
  ];
}

/** A bar from end to end; where one end is unknown, a dashed line towards it. */
function drawBar({ debut, fin }: Couloir, y: number): SVGElement[] {
  const middle = String(y + BAR.height / 2);
  if (debut !== null && fin !== null) {
    if (fin <= debut) return [];
    const size = { width: share(fin - debut), height: String(BAR.height) };
    return [svg('rect', { class: 'barre', x: share(debut), y: String(y), rx: '3', ...size })];
  }
  if (debut === null && fin === null) return [];
  const [x1, x2] = [share(debut ?? 0), share(fin ?? 1)];
  return [svg('line', { class: 'sans-fin', x1, x2, y1: middle, y2: middle })];
}

const OPENING = 'M -5 -7 L 8 0 L -5 7 Z';
const LAST_DAY = 'M 0 -8 L 7 0 L 0 8 L -7 0 Z';

/** A triangle opens, a lozenge is a last day; hollow when the date is to be confirmed. */
function drawMilestone({ place, sorte, douteux }: Jalon, y: number): SVGSVGElement {
  const mark = svg('path', {
    class: douteux ? 'jalon douteux' : 'jalon',
    d: sorte === 'cloture' ? LAST_DAY : OPENING,
  });
  return svg('svg', { x: share(place), y: String(y), overflow: 'visible', width: '1', height: '1' }, mark);
}

function drawToday(place: number, text: string, bottom: number): SVGGElement {
  const side = place > 0.8 ? 'end' : place < 0.2 ? 'start' : 'middle';
  return svg(
    'g',
    { class: 'aujourdhui' },
    svg('line', { x1: share(place), x2: share(place), y1: '4', y2: String(bottom + 4) }),
    svg('text', { x: share(place), y: String(bottom + 18), 'text-anchor': side }, text),
  );
}

function share(place: number): string {
  return `${(place * 100).toFixed(2)}%`;
}
