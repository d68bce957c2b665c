/** Made by scripts/build-tests.mjs: imports every test/vscode/suite/*.test.ts that needs no process. */
declare module 'segur:suites' {}

/** Made by scripts/build-tests.mjs: the files of samples/ by path, in base64. */
declare module 'segur:samples' {
  const files: Readonly<Record<string, string>>;
  export default files;
}
