import { defineConfig } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const core = ['syntax', 'formats', 'regulation', 'registry', 'dossier', 'rules', 'analysis', 'messages'].map(
  (room) => `server/src/${room}/**/*.ts`,
);

/** What no file may do, whatever its room. */
const everywhere = [
  {
    selector: 'Identifier[name=/[^\\x00-\\x7F]/]',
    message: 'Domain nouns are French without accents: beneficiaire, not bénéficiaire.',
  },
  {
    selector: 'ExportAllDeclaration[exported=null]',
    message: 'Name what a file gives: `export *` hides dead code.',
  },
  { selector: 'TSEnumDeclaration', message: 'A union of string literals says the same and needs no code.' },
];

/** The core is a function of its parameters: same text, same findings. */
const pure = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: '"Now" is a parameter: the core never reads the clock.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: '"Now" is a parameter: the core never reads the clock.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: '"Now" is a parameter: the core never reads the clock.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The core has no chance in it: same text, same findings.',
  },
];

const plainRules = {
  complexity: ['error', 15],
  'max-depth': ['error', 4],
  'max-lines': ['error', 300],
  'max-params': ['error', 5],
  curly: ['error', 'multi-line'],
  eqeqeq: 'error',
  'no-console': 'error',
  'no-constant-binary-expression': 'error',
  'no-control-regex': 'off',
  'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
  'no-else-return': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipComments: true }],
  'no-labels': 'error',
  'no-misleading-character-class': 'error',
  'no-new-func': 'error',
  'no-param-reassign': 'error',
  'no-return-assign': 'error',
  'no-self-compare': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unreachable-loop': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-escape': 'error',
  'no-useless-rename': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
};

export default defineConfig(
  {
    ignores: ['dist/**', 'node_modules/**', 'server/src/generated/**', 'test/artefacts/**', '**/fixtures/**'],
  },
  // A comment never switches a rule off: the code changes, or this file does, for a stated reason.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...plainRules,
      'no-restricted-syntax': ['error', ...everywhere],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      // Editors of before workspace folders give their folder by this name only.
      '@typescript-eslint/no-deprecated': ['error', { allow: ['rootUri'] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Texts come from anywhere: no expression may take time that grows faster than they do.
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: core,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...pure] },
  },
  {
    files: ['server/src/rules/*/*.ts'],
    rules: { 'max-lines': ['error', 100] },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'no-console': 'off',
      // Assertions on what the compiler believes already, and on values of unknown shape, are a test's trade.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Playing an old client takes old words.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    extends: [tseslint.configs.base],
    rules: {
      ...plainRules,
      'no-console': 'off',
      'no-undef': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
    languageOptions: {
      globals: readonlyGlobals(
        'AbortController AbortSignal Buffer URL URLSearchParams clearInterval clearTimeout console fetch process',
        'performance queueMicrotask setImmediate setInterval setTimeout structuredClone TextDecoder TextEncoder',
      ),
    },
  },
  {
    // Page functions of the browser tests run in the page.
    files: ['test/**/*.mjs', 'scripts/**/*.mjs'],
    languageOptions: { globals: readonlyGlobals('document window getComputedStyle') },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: readonlyGlobals('module require exports __dirname __filename'),
    },
  },
);

function readonlyGlobals(...lists) {
  return Object.fromEntries(lists.flatMap((list) => list.split(' ')).map((name) => [name, 'readonly']));
}
