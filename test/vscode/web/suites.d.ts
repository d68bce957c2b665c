/** Made by scripts/build-tests.mjs: imports every test/vscode/suite/*.test.ts that needs no disk. */
declare module 'segur:suites' {}
