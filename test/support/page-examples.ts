import { join } from 'node:path';
import type { JsonNode, ObjectNode, PropertyNode } from '../../server/src/syntax/nodes';
import { parseJson } from '../../server/src/syntax/parse';
import { baseOf } from './base';
import {
  completeFiles,
  extraFormat,
  filesOfSizes,
  MANIFEST,
  mergers,
  momentOf,
  readFixture,
  ROOT,
  userRegulation,
  type Fixture,
} from './fixture';
import { sampleManifests } from './manifests';
import { validFileOf } from './valid-files';

/** One code block of a rule's page. */
export interface PageExample {
  /** Line of the page, from 1. */
  readonly line: number;
  readonly correct: boolean;
  readonly input: Fixture;
  /** Files that stand beside it. */
  readonly beside: readonly Fixture[];
}

/**
 * Reads the ```json blocks of a page. The words behind `json`, all optional:
 * - `correct`: the rule says nothing of it; without this word it has to find fault;
 * - `fichier`: a whole file; otherwise the block is one property or several, which stand in a right file
 *   in the place of the one that the first key names;
 * - `candidature`: a manifest, whose right file is the sample of that SONS;
 * - `sons=HOP-DPI-Va2`: the SONS of that right file (MDV-LGC-Va2 by default);
 * - `etape=solde`: that right file is one of soldes;
 * - `remplace=cle`: the property to replace, where the block begins with another key;
 * - `now=2026-03-05T11:59`: the moment of the check, in Paris; without it, the clock is not known;
 * - `regulation=nom.json`: a user's dates of test/regulation/;
 * - `beside=regle/cas/nom.json`: a fixture of test/rules/ that stands beside it;
 * - `complet=HOP-DPI-Va2:15/12/2025`: the day of the complete evidence file, as in `.segur/segur.json`;
 * - `pieces=bdc.pdf:1000,va.pdf:2000`: the files beside it and their sizes in bytes;
 * - `base=nom.json`: a base of test/registry/, as if it were loaded;
 * - `fusions=nom.json`: mergers of test/registry/, as in `.segur/segur.json`;
 * - `format=nom.schema.json`: a schema of test/formats/ that the whole file follows.
 */
export function pageExamples(page: string): PageExample[] {
  return [...page.matchAll(/^```json([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, info = '', body = ''] = match;
    const words = info.trim().split(/\s+/);
    const option = (name: string): string | undefined =>
      words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
    const line = page.slice(0, match.index).split('\n').length;
    const schema = option('format');
    const isManifest = words.includes('candidature');
    const rightFile = (sons: string): string =>
      isManifest ? sampleManifest(sons) : validFileOf(sons, 1, option('etape'));
    const text = words.includes('fichier')
      ? body
      : inRightFile(body.trimEnd(), option('remplace'), rightFile(option('sons') ?? 'MDV-LGC-Va2'));
    const read = <T>(name: string, understand: (written: string) => T): T | undefined => {
      const written = option(name);
      return written === undefined ? undefined : understand(written);
    };
    const [complete, day] = option('complet')?.split(':') ?? [];
    const input = {
      name: isManifest ? MANIFEST : `page.${option('etape') ?? 'avance'}.json`,
      text,
      ...(schema === undefined ? {} : extraFormat(schema)),
      now: read('now', momentOf),
      regulation: read('regulation', userRegulation),
      dossiersComplets: completeFiles(complete === undefined || day === undefined ? {} : { [complete]: day }),
      base: read('base', baseOf),
      fusions: read('fusions', mergers),
      fichiers: filesNamedIn(option('pieces')),
    };
    return {
      line,
      correct: words.includes('correct'),
      input,
      beside: filesBeside(option('beside')),
    };
  });
}

/** The manifest of this SONS in `samples/`. */
function sampleManifest(sons: string): string {
  const text = sampleManifests().find((manifest) => manifest.includes(`"sons": "${sons}"`));
  if (text === undefined) throw new Error(`no sample of a candidature for ${sons}`);
  return text;
}

function filesNamedIn(pieces: string | undefined): Fixture['fichiers'] {
  const sizes = pieces?.split(',').map((piece): [string, number] => {
    const [chemin = '', taille] = piece.split(':');
    return [chemin, Number(taille)];
  });
  return sizes && filesOfSizes(Object.fromEntries(sizes));
}

function filesBeside(path: string | undefined): Fixture[] {
  return path === undefined ? [] : [readFixture(join(ROOT, 'test/rules', path))];
}

function inRightFile(snippet: string, replaced: string | undefined, file: string): string {
  const name = replaced ?? /^\s*"?([^":\s]+)/.exec(snippet)?.[1] ?? '';
  const property = findProperty(parseJson(file).root, name);
  if (!property) throw new Error(`the right file has no "${name}" to replace`);
  return file.slice(0, property.start) + snippet.trimStart() + file.slice(property.end);
}

function findProperty(node: JsonNode | undefined, name: string): PropertyNode | undefined {
  if (node?.kind === 'array') return firstDefined(node.items, (item) => findProperty(item, name));
  if (node?.kind !== 'object') return undefined;
  return ownProperty(node, name) ?? firstDefined(node.properties, ({ value }) => findProperty(value, name));
}

function ownProperty(node: ObjectNode, name: string): PropertyNode | undefined {
  return node.properties.find(({ key }) => key.name === name);
}

function firstDefined<T, R>(all: readonly T[], look: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = look(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
