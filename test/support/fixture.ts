import { readFileSync, existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { AnalysisInput } from '../../server/src/analysis/analyse';
import { PARTS } from '../../server/src/formats/bundled';
import { compileFormat, type FormatSchema } from '../../server/src/formats/compile';
import { FormatRegistry } from '../../server/src/formats/registry';

export const ROOT = resolve(__dirname, '../..');
const RULES = join(ROOT, 'test/rules');

/** What `<name>.config.json` beside a fixture may say. */
interface FixtureConfig {
  /** Name under which the file is analysed; the fixture's own by default. */
  readonly name?: string;
  /** A schema of `test/formats/` that the file follows, for what no bundled format has. */
  readonly format?: string;
}

/** Names of the folders of fixtures: one a rule. */
export function fixtureFolders(): string[] {
  return readdirSync(RULES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Paths of the fixtures of a rule, expected results left out. */
export function fixturesOf(code: string): string[] {
  const folder = join(RULES, code);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[^.]+\.json$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

export function readFixture(path: string): AnalysisInput {
  const text = readFileSync(path, 'utf8');
  const configPath = siblingOf(path, 'config.json');
  const config = existsSync(configPath)
    ? (JSON.parse(readFileSync(configPath, 'utf8')) as FixtureConfig)
    : {};
  const name = config.name ?? basename(path);
  if (config.format === undefined) return { name, text };
  return { name, text, ...extraFormat(config.format) };
}

/** A registry that also knows a schema of `test/formats/`, and the choice of that format. */
export function extraFormat(file: string): Required<Pick<AnalysisInput, 'registry' | 'choice'>> {
  const schema = JSON.parse(readFileSync(join(ROOT, 'test/formats', file), 'utf8')) as FormatSchema;
  const format = compileFormat(file.replace('.schema.json', ''), schema, PARTS);
  return { registry: new FormatRegistry([format]), choice: format.id };
}

/** `dossier/nom.json` → `dossier/nom.<ending>`. */
export function siblingOf(path: string, ending: string): string {
  return path.replace(/\.json$/, `.${ending}`);
}
