import type { Shape } from './shape';

/**
 * What stands for "nothing yet" at a place of the model: `null`, `[]`, the only value that the model knows, or the
 * block with all its tags unused.
 * Lines are broken with `\n` and indented by two blanks from column 0.
 */
export function emptySkeleton(shape: Shape): string {
  if (shape.kind === 'list') return '[]';
  if (shape.kind === 'string' && !shape.nullable && shape.values?.length === 1) {
    return JSON.stringify(shape.values[0]);
  }
  if (shape.kind !== 'object' || shape.nullable) return 'null';
  const lines = shape.tags.map(
    (tag) => `  ${JSON.stringify(tag.name)}: ${indented(emptySkeleton(tag.shape))}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
