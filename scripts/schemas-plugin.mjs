import { readFile } from 'node:fs/promises';

/** What a schema tells its readers, and no program: the catalogue has the same words, in both languages. */
const FOR_READERS = new Set(['description', '$schema', 'title']);

/** An esbuild plugin that leaves a format's descriptions out of the bundles. */
export const withoutDescriptions = {
  name: 'without-descriptions',
  setup(build) {
    build.onLoad({ filter: /[\\/]schemas[\\/]candidature\.schema\.json$/ }, async ({ path }) => {
      const schema = JSON.parse(await readFile(path, 'utf8'));
      return { loader: 'json', contents: JSON.stringify(stripped(schema)), watchFiles: [path] };
    });
  },
};

/** `properties` holds names of tags, which are all kept. */
function stripped(schema) {
  const kept = Object.entries(schema).filter(([key]) => !FOR_READERS.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, strippedPart(key, value)]));
}

function strippedPart(key, value) {
  if (key === 'items') return stripped(value);
  if (key !== 'properties') return value;
  return Object.fromEntries(Object.entries(value).map(([name, tag]) => [name, stripped(tag)]));
}
