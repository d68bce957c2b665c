// What others answer with, on the same files in the same run. Installed once, in the cache outside the clone.
import fs from 'node:fs';
import path from 'node:path';
import { installOnce } from '../../test/vscode/install/cache.mjs';
import { npmInstall } from '../../test/vscode/install/npm.mjs';

const PACKAGES = { 'vscode-langservers-extracted': '4.10.0', 'yaml-language-server': '1.25.0' };
const schemas = new URL('../../schemas/', import.meta.url);

/** The JSON server, with our schema of the deposit; and the YAML server, with the same. */
export function peers() {
  const folder = installOnce('bench-peers', PACKAGES, (draft) =>
    npmInstall(
      draft,
      Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`),
    ),
  );
  const place = (...steps) => path.join(folder, 'node_modules', ...steps);
  const versionOf = (name) => JSON.parse(fs.readFileSync(place(name, 'package.json'), 'utf8')).version;
  return [
    {
      name: `vscode-json-languageservice ${versionOf('vscode-json-languageservice')}`,
      script: place('vscode-langservers-extracted', 'bin', 'vscode-json-language-server'),
      args: ['--stdio'],
      languageId: 'json',
      extension: '.json',
      settings: { json: { validate: { enable: true }, schemas: jsonSchemas() } },
      waits: 500,
    },
    {
      name: `yaml-language-server ${versionOf('yaml-language-server')}`,
      script: place('yaml-language-server', 'bin', 'yaml-language-server'),
      args: ['--stdio'],
      languageId: 'yaml',
      extension: '.yaml',
      settings: {
        yaml: {
          validate: true,
          schemaStore: { enable: false },
          schemas: { [new URL('HOP-DPI-Va2.avance.schema.json', schemas).href]: '*.yaml' },
        },
      },
      waits: 200,
    },
  ];
}

/** The schema of the deposit, and the parts that it refers to. */
function jsonSchemas() {
  const read = (name) => JSON.parse(fs.readFileSync(new URL(name, schemas), 'utf8'));
  const parts = fs.readdirSync(new URL('parts/', schemas)).map((name) => ({
    url: `segur:///parts/${name}`,
    fileMatch: [],
    schema: { ...read(`parts/${name}`), $id: undefined },
  }));
  const deposit = 'HOP-DPI-Va2.avance.schema.json';
  return [
    ...parts,
    { url: `segur:///${deposit}`, fileMatch: ['*.json'], schema: { ...read(deposit), $id: undefined } },
  ];
}
