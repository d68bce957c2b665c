import ts from 'typescript';

/**
 * What is wrong with a SARIF log by the types of `@types/sarif`, which follow the schema of OASIS member by member:
 * members that it has not, values of another kind, words of no list, what is missing. The schema itself is not held
 * here: no package that we use has it, and a copy from elsewhere than OASIS would be nobody's word. The forms that types
 * cannot tell (least lengths, patterns, no two alike) are those of `sarif-log.ts`.
 */
export function sarifTypeFaults(log: unknown): readonly string[] {
  const name = 'log.ts';
  const text = `import type { Log } from 'sarif';\nexport const log: Log = ${JSON.stringify(log, null, 1)};\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    skipLibCheck: true,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (path, target) =>
    path === name ? ts.createSourceFile(path, text, target) : fromDisk(path, target);
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
