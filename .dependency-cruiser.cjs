/**
 * The architecture, as rules on imports. docs/architecture.md says why; each rule is proved to bite by
 * test/house/dependency-rules.test.ts.
 */
const { join } = require('node:path');

/** What each room of server/src may import, itself apart. A room that is not named here may import nothing. */
const streets = {
  messages: [],
  generated: [],
  syntax: ['messages'],
  regulation: ['messages'],
  registry: ['messages', 'regulation'],
  formats: ['messages', 'generated', 'syntax'],
  dossier: ['messages', 'generated', 'syntax', 'formats', 'regulation', 'registry'],
  rules: ['messages', 'generated', 'syntax', 'formats', 'regulation', 'registry', 'dossier'],
  analysis: ['messages', 'generated', 'syntax', 'formats', 'regulation', 'registry', 'dossier', 'rules'],
};
const core = Object.keys(streets);
streets.features = [...core];
streets.lsp = [...core, 'features'];
// `segur-sons lsp` starts the server; the other commands live on the analysis, never on editor features.
streets.cli = [...core, 'lsp'];

// The doors of the house say which version they are.
const outer = ['lsp', 'cli'];
const version = '^server/src/version\\.ts$';

const oneOf = (names) => `(${names.join('|')})`;
const coreRooms = `^server/src/${oneOf(core)}/`;
const npm = (names) => `(^|/)node_modules/${oneOf(names)}(/|$)|^${oneOf(names)}(/|$)`;
const vscodeApi = npm(['vscode', '@types/vscode']);
/** Types alone: nothing of them is left in what ships. */
const sarifTypes = npm(['sarif', '@types/sarif']);
const lspPackages = npm([
  'vscode-languageserver',
  'vscode-languageserver-protocol',
  'vscode-languageserver-types',
  'vscode-languageserver-textdocument',
  'vscode-languageclient',
  'vscode-jsonrpc',
]);
const lspForNode = 'vscode-(languageserver|languageclient|jsonrpc|languageserver-protocol)/(lib/)?node(/|$)';
const nodeBuiltins = `^(node:|${oneOf(require('node:module').builtinModules)}$)`;

const streetRules = Object.entries(streets).map(([room, allowed]) => ({
  name: `street-${room}`,
  comment: `${room} imports only: ${[room, ...allowed].join(', ')}. The street has one direction.`,
  severity: 'error',
  from: { path: `^server/src/${room}/` },
  to: {
    path: '^server/',
    pathNot: `^server/src/${oneOf([room, ...allowed])}/${outer.includes(room) ? `|${version}` : ''}`,
  },
}));

const forbidden = [
  ...streetRules,
  {
    name: 'room-without-a-street',
    comment: 'Every folder of server/src is a room with a place in the street (see `streets` above).',
    severity: 'error',
    from: { path: '^server/src/', pathNot: `^server/src/${oneOf(Object.keys(streets))}/|${version}` },
    to: {},
  },
  {
    name: 'core-without-node',
    comment: 'The core runs in a browser worker as well: no node builtin.',
    severity: 'error',
    from: { path: coreRooms },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'lsp-only-in-features-and-lsp',
    comment: 'The core and the command line do not know the editor protocol, not even its types.',
    severity: 'error',
    from: { path: '^server/src/', pathNot: '^server/src/(features|lsp)/' },
    to: { path: lspPackages },
  },
  {
    name: 'vscode-only-in-client',
    comment: 'Only client/ knows VS Code; any LSP client can use the server.',
    severity: 'error',
    from: { path: '^server/' },
    to: { path: vscodeApi },
  },
  {
    name: 'server-without-client',
    comment: 'The server never looks at who displays its answers.',
    severity: 'error',
    from: { path: '^server/' },
    to: { path: '^client/' },
  },
  {
    name: 'client-knows-messages-and-protocol-only',
    comment: 'No domain logic in client/: of the server it sees the sentences and the declared protocol.',
    severity: 'error',
    from: { path: '^client/' },
    to: {
      path: '^server/',
      pathNot: '^server/src/(messages/|lsp/(protocol|lent-files|pieces|workspace/files)\\.ts$)',
    },
  },
  {
    name: 'browser-server-without-node',
    comment: 'Whatever the worker entry reaches has to run without node.',
    severity: 'error',
    from: { path: '^server/src/lsp/browser\\.ts$' },
    to: { path: `${nodeBuiltins}|${lspForNode}`, reachable: true },
  },
  {
    name: 'browser-client-without-node',
    comment: 'Whatever the web extension reaches has to run without node.',
    severity: 'error',
    from: { path: '^client/src/web/extension\\.ts$' },
    to: { path: `${nodeBuiltins}|${lspForNode}`, reachable: true },
  },
  {
    name: 'no-circular',
    comment: 'Two files that need each other are one file, or miss a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'product-without-tests',
    comment: 'What ships imports neither tests, nor scripts, nor benches.',
    severity: 'error',
    from: { path: '^(client|server)/' },
    to: { path: '^(test|scripts|bench)/' },
  },
  {
    name: 'product-without-dev-dependencies',
    comment: 'What ships is built from `dependencies` only.',
    severity: 'error',
    from: { path: '^(client|server)/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: [vscodeApi, sarifTypes] },
  },
  {
    name: 'resolvable',
    comment: 'An import that leads nowhere escapes every other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: vscodeApi },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: a room that knows a type of another room knows that room.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'browser', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
