/** Tiny source trees that the dependency rules are tried on. */
export type Tree = Readonly<Record<string, string>>;

/** A way to break one rule: the files that, added to the lawful tree, do it. */
export interface Trespass {
  readonly rule: string;
  readonly breaks: string;
  readonly files: Tree;
}

/** One file a room, each with an import that its room may have. */
export const lawfulTree: Tree = {
  'server/src/messages/catalogue.ts': 'export const catalogue = 1;',
  'server/src/generated/validator.ts': 'export const validator = 1;',
  'server/src/syntax/scan.ts': `import 'jsonc-parser'; import '../messages/catalogue'; export const scan = 1;`,
  'server/src/regulation/rates.ts': `import '../messages/catalogue'; export const rates = 1;`,
  'server/src/registry/base.ts': `import '../messages/catalogue'; export const base = 1;`,
  'server/src/formats/model.ts': `import '../syntax/scan'; import '../generated/validator'; export type Model = 1;`,
  'server/src/dossier/demande.ts': `import '../formats/model'; import '../registry/base'; export const demande = 1;`,
  'server/src/rules/rule.ts': `import '../dossier/demande'; import '../regulation/rates'; export const rule = 1;`,
  'server/src/analysis/run.ts': `import '../rules/rule'; export const run = 1;`,
  'server/src/features/hover.ts': `import 'vscode-languageserver'; import '../analysis/run'; export const hover = 1;`,
  'server/src/version.ts': 'export const version = 1;',
  'server/src/lsp/protocol.ts': `export type Summary = 1;`,
  'server/src/lsp/server.ts': `import '../features/hover'; export const server = 1;`,
  'server/src/lsp/node.ts': `import 'node:fs'; import 'vscode-languageserver/node'; import './server'; import '../version'; export const node = 1;`,
  'server/src/lsp/browser.ts': `import 'vscode-languageserver/browser'; import './server';`,
  'server/src/cli/main.ts': `import 'node:fs'; import '../analysis/run'; import '../lsp/node';`,
  'client/src/start.ts': `import 'vscode'; import type { Summary } from '../../server/src/lsp/protocol'; export type S = Summary;`,
  'client/src/extension.ts': `import 'node:path'; import 'vscode-languageclient/node'; import './start';`,
  'client/src/web/extension.ts': `import 'vscode-languageclient/browser'; import '../start';`,
  'test/rules/rule.ts': `import '../../server/src/rules/rule';`,
  'test/helper.ts': 'export const helper = 1;',
};

/** A file of one room that imports a file of another: `street('syntax', 'formats/model')`. */
function street(room: string, target: string): Trespass {
  return {
    rule: `street-${room}`,
    breaks: `${room} imports ${target}`,
    files: { [`server/src/${room}/trespasser.ts`]: `import '../${target}';` },
  };
}

function server(rule: string, file: string, imported: string, statement = `import '${imported}';`): Trespass {
  return { rule, breaks: `${file} imports ${imported}`, files: { [`server/src/${file}`]: statement } };
}

function client(rule: string, imported: string): Trespass {
  return {
    rule,
    breaks: `client imports ${imported}`,
    files: { 'client/src/trespasser.ts': `import '../../${imported}';` },
  };
}

const browserReachesNode = 'browser-server-without-node';

export const trespasses: readonly Trespass[] = [
  street('messages', 'syntax/scan'),
  street('generated', 'messages/catalogue'),
  street('syntax', 'formats/model'),
  street('regulation', 'dossier/demande'),
  street('registry', 'syntax/scan'),
  street('formats', 'dossier/demande'),
  street('dossier', 'rules/rule'),
  street('rules', 'analysis/run'),
  street('analysis', 'features/hover'),
  street('features', 'lsp/server'),
  street('lsp', 'cli/main'),
  street('cli', 'features/hover'),
  street('analysis', 'version'),
  {
    rule: 'street-syntax',
    breaks: 'a type is enough',
    files: {
      'server/src/syntax/t.ts': `import type { Model } from '../formats/model'; export type M = Model;`,
    },
  },
  server('room-without-a-street', 'utils/drawer.ts', '../messages/catalogue'),
  server('core-without-node', 'analysis/disk.ts', 'node:fs'),
  server('core-without-node', 'rules/disk.ts', 'path'),
  server('lsp-only-in-features-and-lsp', 'analysis/lsp.ts', 'vscode-languageserver'),
  server('lsp-only-in-features-and-lsp', 'cli/lsp.ts', 'vscode-languageserver/node'),
  server(
    'lsp-only-in-features-and-lsp',
    'rules/lsp.ts',
    'vscode-languageserver-types',
    `import type { Range } from 'vscode-languageserver-types'; export type R = Range;`,
  ),
  server('vscode-only-in-client', 'features/window.ts', 'vscode'),
  server(
    'vscode-only-in-client',
    'analysis/window.ts',
    'vscode',
    `import type { Uri } from 'vscode'; export type U = Uri;`,
  ),
  {
    rule: 'server-without-client',
    breaks: 'the server imports a client file',
    files: { 'server/src/lsp/trespasser.ts': `import '../../../client/src/start';` },
  },
  client('client-knows-messages-and-protocol-only', 'server/src/analysis/run'),
  client('client-knows-messages-and-protocol-only', 'server/src/lsp/server'),
  {
    rule: browserReachesNode,
    breaks: 'a feature reaches node:fs',
    files: { 'server/src/features/hover.ts': `import 'node:fs'; export const hover = 1;` },
  },
  {
    rule: browserReachesNode,
    breaks: 'the shared server takes the node connection',
    files: { 'server/src/lsp/server.ts': `import 'vscode-languageserver/node'; export const server = 1;` },
  },
  {
    rule: 'browser-client-without-node',
    breaks: 'a shared client file reaches a node builtin',
    files: { 'client/src/start.ts': `import 'vscode'; import 'node:path'; export const start = 1;` },
  },
  {
    rule: 'no-circular',
    breaks: 'two files import each other',
    files: {
      'server/src/rules/a.ts': `import { b } from './b'; export const a = () => b;`,
      'server/src/rules/b.ts': `import { a } from './a'; export const b = () => a;`,
    },
  },
  {
    rule: 'product-without-tests',
    breaks: 'a client file imports a test helper',
    files: { 'client/src/trespasser.ts': `import '../../test/helper';` },
  },
  server('product-without-dev-dependencies', 'formats/compile.ts', 'ajv'),
  server('resolvable', 'formats/lost.ts', './nowhere'),
];
