// The extension with its sentences in the language of tests. It lies in a temporary folder: no file that ships holds it.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { unzipSync, zipSync } from 'fflate';
import { buildOptions, bundles } from '../../esbuild.mjs';
import { pseudoCatalogue } from '../support/pseudo-sentence.mjs';

const SPEAKING = ['dist/extension.js', 'dist/cli.js'];

const speakPseudo = {
  name: 'pseudo-messages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]l10n[\\/][\w.]+\.json$/ }, ({ path: file }) => {
      const catalogue = JSON.parse(fs.readFileSync(file, 'utf8'));
      return { loader: 'json', contents: JSON.stringify(pseudoCatalogue(catalogue)) };
    });
  },
};

/** Packages `vsix` anew with that language in both catalogues; gives the path of the new one in `folder`. */
export async function pseudoVsix(vsix, folder) {
  const files = unzipSync(fs.readFileSync(vsix));
  for (const bundle of bundles.filter(({ out }) => SPEAKING.includes(out))) {
    const options = buildOptions(bundle);
    // The catalogues are read as they stand in the repository: what packs them reads them by itself.
    const others = options.plugins.filter(({ name }) => name !== 'packed-messages');
    const plugins = [speakPseudo, ...others];
    const { outputFiles } = await build({ ...options, plugins, sourcemap: false, write: false });
    files[`extension/${bundle.out}`] = outputFiles[0].contents;
  }
  const file = path.join(folder, 'pseudo.vsix');
  fs.writeFileSync(file, zipSync(files, { level: 1 }));
  return file;
}
