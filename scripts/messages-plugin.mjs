import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * An esbuild plugin that packs the catalogue. The English sentences stand in the order of the French ones, without their
 * keys: these are a third of the text. The sentences of the command line (`cli.…`) are left out of a bundle that never
 * says them; that nothing else says them is held by test/house/catalogue.test.ts.
 */
export function packedMessages({ withCli }) {
  const keptKeys = (catalogue) => Object.keys(catalogue).filter((key) => withCli || !key.startsWith('cli.'));
  const read = async (path) => JSON.parse(await readFile(path, 'utf8'));
  return {
    name: 'packed-messages',
    setup(build) {
      build.onLoad({ filter: /[\\/]l10n[\\/]fr\.json$/ }, async ({ path }) => {
        const catalogue = await read(path);
        const kept = Object.fromEntries(keptKeys(catalogue).map((key) => [key, catalogue[key]]));
        return { loader: 'json', contents: JSON.stringify(kept), watchFiles: [path] };
      });
      build.onLoad({ filter: /[\\/]l10n[\\/]en\.json$/ }, async ({ path }) => {
        const french = join(dirname(path), 'fr.json');
        const [keys, catalogue] = [keptKeys(await read(french)), await read(path)];
        const contents = `import fr from './fr.json';
const sentences = ${JSON.stringify(keys.map((key) => catalogue[key]))};
export default Object.fromEntries(Object.keys(fr).map((key, rank) => [key, sentences[rank]]));`;
        return { loader: 'js', contents, resolveDir: dirname(path), watchFiles: [path, french] };
      });
    },
  };
}
