import type { MatchedValue } from '../../formats/match';
import type { Role } from '../../formats/roles';
import type { Tag } from '../../formats/shape';
import type { JsonNode } from '../../syntax/nodes';
import type { Part } from '../part';

/** The values of one part of an avance, found by role from the block that they stand in. */
export class Source {
  private readonly values: ReadonlyMap<JsonNode, MatchedValue>;

  constructor(readonly part: Part) {
    this.values = new Map(part.match.values.map((value) => [value.node, value]));
  }

  /** What stands in `block` for a tag of another model: of the same name, else of the same role. */
  child(block: JsonNode | undefined, { name, shape: { role } }: Tag): JsonNode | undefined {
    if (block?.kind !== 'object') return undefined;
    const children = block.properties.flatMap(({ value }) => (value ? [value] : []));
    const same = children.find((node) => this.values.get(node)?.tag?.name === name);
    return same ?? children.find((node) => role !== undefined && this.values.get(node)?.shape.role === role);
  }

  /** The digits and signs as the user wrote them. */
  raw({ start, end }: JsonNode): string {
    return this.part.fragment.text.slice(start, end);
  }

  /** The number of this role as written; undefined where there is none. */
  number(role: Role): string | undefined {
    const node = this.part.match.byRole.get(role)?.[0]?.node;
    return node?.kind === 'number' ? node.raw : undefined;
  }
}
