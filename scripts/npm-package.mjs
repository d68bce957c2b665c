#!/usr/bin/env node
/**
 * Makes the command line a package of its own, for `npx` and for pipelines: one bundle, no dependencies.
 *   node scripts/npm-package.mjs    writes dist/npm/ and packs it as dist/segur-sons-<version>.tgz
 * The root package.json is that of the extension; what npm needs of it is taken over, and nothing else.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildOptions, bundles } from '../esbuild.mjs';
import { buildValidators } from './build-validators.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];

/** Writes the package into `folder`, emptied first, and packs it into the folder above. Gives the path of the tarball. */
export async function npmPackage(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const bundle = bundles.find(({ out }) => out === 'dist/cli.js');
  const options = { ...buildOptions(bundle), outfile: join(folder, 'cli.js'), sourcemap: false };
  const { metafile } = await build({ ...options, metafile: true });
  const manifest = manifestOf(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(folder, 'TIERS.md'), await noticesOf(Object.keys(metafile.inputs)));
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  await cp(join(root, 'docs/ligne-de-commande.md'), join(folder, 'README.md'));
  await cp(join(root, 'docs/integration-continue.md'), join(folder, 'integration-continue.md'));
  const [program, ...args] = npm;
  execFileSync(program, [...args, 'pack', '--silent', '--pack-destination', dirname(folder)], {
    cwd: folder,
  });
  return join(dirname(folder), `${manifest.name}-${manifest.version}.tgz`);
}

function manifestOf({ name, version, license, repository, bugs, engines }) {
  return {
    name,
    version,
    description: 'Vérifie les demandes Ségur (JSON de l’ASP) avant leur dépôt',
    license,
    repository,
    bugs,
    engines: { node: engines.node },
    bin: { [name]: 'cli.js' },
    files: ['cli.js', 'integration-continue.md', 'TIERS.md'],
  };
}

/** The licences of what is in the bundle, as they ask for. */
async function noticesOf(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  const notices = await Promise.all([...folders].sort().map(noticeOf));
  return `# Composants tiers\n\n${notices.join('\n')}`;
}

async function noticeOf(folder) {
  const at = join(root, folder);
  const { name, version, license } = JSON.parse(await readFile(join(at, 'package.json'), 'utf8'));
  const file = (await readdir(at)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(join(at, file), 'utf8') : String(license);
  return `## ${name} ${version} (${license})\n\n${text.trim()}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildValidators();
  console.log(await npmPackage(join(root, 'dist/npm')));
}
