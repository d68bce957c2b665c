import { readFile } from 'node:fs/promises';

/**
 * An esbuild plugin that writes what is beyond ASCII in our sources as escapes: esbuild does so in texts, not in regular
 * expressions. One such character, and the engine keeps the whole bundle with two bytes a character.
 */
export const asciiSources = {
  name: 'ascii-sources',
  setup(build) {
    build.onLoad({ filter: /[\\/](server|client)[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { loader: 'ts', contents: text.replace(/[^\x00-\x7F]/g, escaped), watchFiles: [path] };
    });
  },
};

function escaped(char) {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
