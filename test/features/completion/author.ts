import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse, type Analysis } from '../../../server/src/analysis/analyse';
import type { AnalysisInput } from '../../../server/src/analysis/analysis-input';
import { locatedFixes, type LocatedFinding } from '../../../server/src/analysis/located';
import { applyEdits } from '../../../server/src/syntax/edits';
import type { JsonNode } from '../../../server/src/syntax/nodes';
import { placeAt } from '../../../server/src/syntax/walk';
import { MANIFEST } from '../../support/fixture';
import { accepted, itemsAt, VS_CODE } from './accept';

/** Something that can be done to a text, and what it becomes. */
export interface Move {
  readonly title: string;
  readonly text: string;
}

/** How many choices in a row may lead out of a finding: a block first, then what stands in it. */
const MOST_CHOICES = 2;

/** Somebody who writes a manifest with nothing but completions and quick fixes, at a moment. */
export class Author {
  constructor(private readonly circumstances: Pick<AnalysisInput, 'now' | 'regulation'>) {}

  /** What completion offers at an offset; what shows a form to fill by hand is left out. */
  completions(text: string, offset: number): Move[] {
    const document = TextDocument.create(`file:///${MANIFEST}`, 'segur-candidature', 1, text);
    const checked = { document, analysis: this.check(text), langue: 'fr' } as const;
    const { now } = this.circumstances;
    return itemsAt(checked, offset, { ...VS_CODE, ...(now === undefined ? {} : { now }) })
      .filter(({ label }) => label !== 'JJ/MM/AAAA')
      .map((item) => ({ title: item.label, text: accepted(checked, item) }));
  }

  findings(text: string): readonly LocatedFinding[] {
    return this.check(text).findings;
  }

  /** Where each scalar and each list can be completed. */
  places(text: string): number[] {
    const root = this.check(text).dossier?.enveloppe.fragment.root;
    return root ? [...placesIn(root)] : [text.length];
  }

  /** Looks where the findings stand for choices that leave one fewer of them; the text after these, if there are any. */
  better(text: string): string | undefined {
    return this.fewer(text, this.findings(text).length, MOST_CHOICES);
  }

  private fewer(text: string, count: number, choices: number): string | undefined {
    const moves = this.findings(text).flatMap((located) => this.waysOut(text, located));
    const counted = moves.map((move) => ({ ...move, left: this.findings(move.text).length }));
    const direct = counted.find(({ left }) => left < count);
    if (direct || choices === 1) return direct?.text;
    for (const move of counted) {
      const found = move.left === count ? this.fewer(move.text, count, choices - 1) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The fixes of a finding, then what completion offers where it stands. */
  private waysOut(text: string, located: LocatedFinding): Move[] {
    const fixes = locatedFixes(located).map(({ title, edits }) => ({
      title: title.key,
      text: applyEdits(text, edits),
    }));
    return [...fixes, ...this.around(text, located.start).flatMap((at) => this.completions(text, at))];
  }

  /** The value of a finding or what its key names, then the tags of the same block, those that it lacks last. */
  private around(text: string, start: number): number[] {
    const fragment = this.check(text).dossier?.enveloppe.fragment;
    if (!fragment) return [];
    const { node, key } = placeAt(fragment, start);
    const value = key?.value ?? node;
    const property = key ?? value?.parent;
    const block = property?.kind === 'property' ? property.parent : property;
    const tags = block?.kind === 'object' ? block.properties.flatMap((one) => one.value ?? []) : [];
    return [value, ...tags, block?.kind === 'object' ? block : undefined].flatMap((one) =>
      one ? [placeOf(one)] : [],
    );
  }

  private check(text: string): Analysis {
    return analyse({ name: MANIFEST, text, ...this.circumstances });
  }
}

function* placesIn(node: JsonNode): Generator<number> {
  if (node.kind === 'object') {
    for (const { value } of node.properties) if (value) yield* placesIn(value);
    return;
  }
  if (node.kind === 'array') for (const item of node.items) yield* placesIn(item);
  yield placeOf(node);
}

/** Where a value is completed: a block or a list behind what it holds, an item within, another value before it. */
function placeOf({ kind, start, end, parent }: JsonNode): number {
  if (kind === 'array' || kind === 'object') return end - 1;
  return parent?.kind === 'array' ? start + 1 : start;
}
