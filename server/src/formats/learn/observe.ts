import type { JsonNode } from '../../syntax/nodes';

/** What the examples hold at one place, all of them merged. */
export interface Observed {
  /** How many values, `null` included. */
  readonly seen: number;
  readonly nulls: number;
  readonly objects: number;
  readonly lists: number;
  readonly booleans: number;
  /** Texts and numbers as written, each once. */
  readonly strings: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** An empty text, the text "null" or an empty object: the model has a "nothing" that ours has not. */
  readonly hasBlank: boolean;
  /** What the objects hold, in the order in which tags first came. */
  readonly tags: ReadonlyMap<string, Observed>;
  /** What the lists hold; undefined while all are empty. */
  readonly item: Observed | undefined;
}

/** The JSON types of which a value was seen, `null` apart. */
export type Kind = 'object' | 'list' | 'string' | 'number' | 'boolean';

export function kindsOf(observed: Observed): Kind[] {
  const counts: readonly (readonly [Kind, number])[] = [
    ['object', observed.objects],
    ['list', observed.lists],
    ['string', observed.strings.size],
    ['number', observed.numbers.size],
    ['boolean', observed.booleans],
  ];
  return counts.flatMap(([kind, count]) => (count > 0 ? [kind] : []));
}

/** Merges what these trees hold. A tree without a right value somewhere counts for what it has. */
export function observe(roots: readonly JsonNode[]): Observed {
  const observation = new Observation();
  for (const root of roots) observation.add(root);
  return observation;
}

class Observation implements Observed {
  seen = 0;
  nulls = 0;
  objects = 0;
  lists = 0;
  booleans = 0;
  hasBlank = false;
  readonly strings = new Set<string>();
  readonly numbers = new Set<string>();
  readonly tags = new Map<string, Observation>();
  item: Observation | undefined;

  add(node: JsonNode): void {
    this.seen++;
    switch (node.kind) {
      case 'null':
        this.nulls++;
        return;
      case 'boolean':
        this.booleans++;
        return;
      case 'number':
        this.numbers.add(node.raw);
        return;
      case 'string':
        this.strings.add(node.value);
        this.hasBlank ||= ['', 'null', 'undefined'].includes(node.value.trim());
        return;
      case 'array':
        this.lists++;
        for (const item of node.items) (this.item ??= new Observation()).add(item);
        return;
      case 'object':
        this.objects++;
        this.hasBlank ||= node.properties.length === 0;
        for (const { key, value } of node.properties) if (value) this.tag(key.name).add(value);
        return;
      default:
        return;
    }
  }

  private tag(name: string): Observation {
    const known = this.tags.get(name);
    if (known) return known;
    const fresh = new Observation();
    this.tags.set(name, fresh);
    return fresh;
  }
}
