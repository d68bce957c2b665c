import { readFileSync, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { AnalysisInput } from '../../server/src/analysis/analysis-input';
import { readWorkspaceRegulation } from '../../server/src/analysis/workspace-regulation';
import { readWorkspaceSettings } from '../../server/src/analysis/workspace-settings';
import type { FichiersVoisins } from '../../server/src/dossier/fichiers-voisins';
import { CANDIDATURE, PARTS } from '../../server/src/formats/bundled';
import { compileFormat, type FormatSchema } from '../../server/src/formats/compile';
import { FormatRegistry } from '../../server/src/formats/registry';
import type { Fusions } from '../../server/src/dossier/fusions';
import type { DossiersComplets } from '../../server/src/regulation/complete-file';
import { parseIsoDay } from '../../server/src/regulation/day-count';
import { parisInstant, parseHour, type EpochMinutes } from '../../server/src/regulation/paris-time';
import { ALL_RULES } from '../../server/src/rules/all';
import { FichiersPresents } from '../../server/src/rules/pieces/fichiers-presents';
import { regulationWith, type Regulation } from '../../server/src/regulation/regulation';
import { baseOf, type WrittenEtablissement } from './base';

export const ROOT = resolve(__dirname, '../..');
const RULES = join(ROOT, 'test/rules');

/** What `<name>.config.json` beside a fixture may say. */
interface FixtureConfig {
  /** Name under which the file is analysed; by default the fixture's own, or that of a manifest for a rule on these. */
  readonly name?: string;
  /** The format that the file follows: a schema of `test/formats/`, or `candidature`. */
  readonly format?: string;
  /** The moment of the check, in Paris: `2026-03-05T11:59`. Without one, the clock is not known. */
  readonly now?: string;
  /** A user's dates of `test/regulation/`, as in `.segur/regulation.json`. */
  readonly regulation?: string;
  /** `dossierComplet`, as in `.segur/segur.json`. */
  readonly dossierComplet?: Readonly<Record<string, string | false>>;
  /** The base of eligible establishments: its establishments, or the name of a file of `test/registry/`. */
  readonly base?: string | readonly WrittenEtablissement[];
  /** `fusions`, as in `.segur/segur.json`, or the name of a file of `test/registry/` that holds it. */
  readonly fusions?: unknown;
  /** The files beside it: the size in bytes of each, by its path. Without it, they could not be listed. */
  readonly fichiers?: Readonly<Record<string, number>>;
}

/** A fixture and what stands beside it. */
export interface Fixture extends AnalysisInput {
  readonly fichiers?: FichiersVoisins | undefined;
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

/** Several files that stand side by side in one folder of a rule's fixtures. */
export interface FixtureCase {
  readonly name: string;
  readonly files: readonly string[];
}

/** The folders of files of a rule that crosses files. */
export function fixtureCasesOf(code: string): FixtureCase[] {
  const folder = join(RULES, code);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, files: fixturesOf(join(code, name)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function readFixture(path: string): Fixture {
  const text = readFileSync(path, 'utf8');
  const configPath = siblingOf(path, 'config.json');
  const config = existsSync(configPath)
    ? (JSON.parse(readFileSync(configPath, 'utf8')) as FixtureConfig)
    : {};
  const name = config.name ?? (isOfCandidature(basename(dirname(path))) ? MANIFEST : basename(path));
  return {
    name,
    text,
    ...formatNamed(config.format),
    now: config.now === undefined ? undefined : momentOf(config.now),
    regulation: config.regulation === undefined ? undefined : userRegulation(config.regulation),
    dossiersComplets: completeFiles(config.dossierComplet ?? {}),
    base: config.base === undefined ? undefined : baseOf(config.base),
    fusions: config.fusions === undefined ? undefined : mergers(config.fusions),
    fichiers: config.fichiers && filesOfSizes(config.fichiers),
  };
}

/** Files by their paths, with their sizes in bytes. */
export function filesOfSizes(sizes: Readonly<Record<string, number>>): FichiersVoisins {
  return new FichiersPresents(Object.entries(sizes).map(([chemin, taille]) => ({ chemin, taille })));
}

/** Name under which a text is a candidature manifest. */
export const MANIFEST = 'candidature.json';

function isOfCandidature(code: string): boolean {
  return ALL_RULES.some((rule) => rule.code === code && rule.famille === 'candidature');
}

function formatNamed(format: string | undefined): Pick<AnalysisInput, 'registry' | 'choice'> {
  if (format === undefined) return {};
  return format === CANDIDATURE ? { choice: CANDIDATURE } : extraFormat(format);
}

/** `2026-03-05T11:59` on a clock in Paris. */
export function momentOf(written: string): EpochMinutes {
  const [day = '', hour = ''] = written.split('T');
  const jour = parseIsoDay(day);
  const minutes = parseHour(hour);
  if (!jour || minutes === undefined) throw new Error(`not a moment: ${written}`);
  return parisInstant(jour, minutes);
}

/** What `.segur/segur.json` says of the complete evidence files. */
export function completeFiles(dossierComplet: Readonly<Record<string, string | false>>): DossiersComplets {
  const { dossiersComplets, problem } = readWorkspaceSettings(JSON.stringify({ dossierComplet }));
  if (problem) throw new Error(problem.message.key);
  return dossiersComplets;
}

/** What `.segur/segur.json` says of mergers: its list, or a file of `test/registry/` that holds one. */
export function mergers(written: unknown): Fusions {
  const list: unknown =
    typeof written === 'string'
      ? JSON.parse(readFileSync(join(ROOT, 'test/registry', written), 'utf8'))
      : written;
  const { fusions, problem } = readWorkspaceSettings(JSON.stringify({ fusions: list }));
  if (problem) throw new Error(problem.message.key);
  return fusions;
}

/** Our regulation under the values of a file of `test/regulation/`. */
export function userRegulation(file: string): Regulation {
  const { values, problem } = readWorkspaceRegulation(
    readFileSync(join(ROOT, 'test/regulation', file), 'utf8'),
  );
  if (problem) throw new Error(`${file}: ${problem.message.key}`);
  return regulationWith(values);
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
