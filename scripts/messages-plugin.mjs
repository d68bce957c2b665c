import { readFile } from 'node:fs/promises';

/**
 * An esbuild plugin that leaves the sentences of the command line (`cli.…`) out of a bundle that never says them.
 * That nothing else says them is held by test/house/catalogue.test.ts.
 */
export const withoutCliMessages = {
  name: 'without-cli-messages',
  setup(build) {
    build.onLoad({ filter: /[\\/]l10n[\\/](fr|en)\.json$/ }, async ({ path }) => {
      const catalogue = JSON.parse(await readFile(path, 'utf8'));
      const kept = Object.entries(catalogue).filter(([key]) => !key.startsWith('cli.'));
      return { loader: 'json', contents: JSON.stringify(Object.fromEntries(kept)), watchFiles: [path] };
    });
  },
};
