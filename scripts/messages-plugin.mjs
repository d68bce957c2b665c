import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * An esbuild plugin that packs the catalogue, in the place of `server/src/messages/sentences.ts`. The English sentences
 * stand in the order of the French ones, without their keys, which are a third of the text, until somebody reads English.
 * The sentences of the command line (`cli.…`) are left out of a bundle that never says them; that nothing else says them
 * is held by test/house/catalogue.test.ts.
 */
export function packedMessages({ withCli }) {
  const keptKeys = (catalogue) => Object.keys(catalogue).filter((key) => withCli || !key.startsWith('cli.'));
  const read = async (path) => JSON.parse(await readFile(path, 'utf8'));
  return {
    name: 'packed-messages',
    setup(build) {
      build.onLoad({ filter: /[\\/]messages[\\/]sentences\.ts$/ }, async ({ path }) => {
        const paths = ['fr', 'en'].map((langue) => join(dirname(path), '../../../l10n', `${langue}.json`));
        const [french, english] = await Promise.all(paths.map(read));
        const keys = keptKeys(french);
        const contents = `const fr = ${JSON.stringify(Object.fromEntries(keys.map((key) => [key, french[key]])))};
const english = () => ${JSON.stringify(keys.map((key) => english[key]))};
let en;
function unpacked() {
  const sentences = english();
  return Object.fromEntries(Object.keys(fr).map((key, rank) => [key, sentences[rank]]));
}
export function sentencesOf(langue) {
  return langue === 'fr' ? fr : (en ??= unpacked());
}`;
        return { loader: 'js', contents, watchFiles: [path, ...paths] };
      });
    },
  };
}
