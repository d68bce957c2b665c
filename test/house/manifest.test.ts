import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FORMATS_FOLDER } from '../../server/src/analysis/workspace-formats';
import { REGULATION_PATH } from '../../server/src/analysis/workspace-regulation';
import { SETTINGS_PATH } from '../../server/src/analysis/workspace-settings';
import { ZIP_HISTORY_PATH } from '../../server/src/analysis/zip/history';

const root = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Setting {
  enum?: string[];
  enumDescriptions?: string[];
  default?: unknown;
}

interface Manifest {
  main: string;
  browser: string;
  bin: Record<string, string>;
  icon: string;
  categories: string[];
  keywords: string[];
  publisher: string;
  license: string;
  repository: { url: string };
  bugs: { url: string };
  galleryBanner: { color: string };
  capabilities: unknown;
  activationEvents: string[];
  contributes: {
    languages: { id: string; extensions?: string[] }[];
    grammars: { language: string; scopeName: string; path: string }[];
    jsonValidation: { fileMatch: string; url: string }[];
    commands: { command: string; title: string; category: string }[];
    menus: Record<string, { command: string }[]>;
    configuration: { title: string; properties: Record<string, Setting> }[];
    configurationDefaults: Record<string, unknown>;
    problemMatchers: { name: string }[];
    taskDefinitions: { type: string; when: string; properties: Record<string, unknown> }[];
    walkthroughs: { steps: { media: { svg: string; altText: string }; completionEvents: string[] }[] }[];
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { contributes } = manifest;
const nls = {
  fr: JSON.parse(read('package.nls.json')) as Record<string, string>,
  en: JSON.parse(read('package.nls.en.json')) as Record<string, string>,
};

/** Every string of a JSON value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** The files below a folder whose name ends so, as paths from the root; none when there is no such folder. */
function filesBelow(folder: string, ending: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

describe('manifest', () => {
  const declared = contributes.commands.map(({ command }) => command).sort();

  it('every file that it names exists, or is built', async () => {
    const { bundles } = await import('../../esbuild.mjs');
    const built = bundles.map(({ out }) => join(out));
    const named = [manifest.icon, ...strings(contributes).filter((text) => text.startsWith('./'))];
    assert.ok(named.length >= 6);
    for (const path of named) assert.ok(existsSync(join(root, path)), path);
    for (const path of [manifest.main, manifest.browser, ...Object.values(manifest.bin)]) {
      assert.ok(built.includes(join(path)), path);
    }
  });

  it('every key is in both languages, and no text is left unused', () => {
    const used = strings(manifest)
      .flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? [])
      .sort();
    assert.ok(used.length > 10);
    const unique = [...new Set(used)];
    assert.deepEqual(Object.keys(nls.fr).sort(), unique);
    assert.deepEqual(Object.keys(nls.en).sort(), unique);
    for (const text of [...strings(nls.fr), ...strings(nls.en)]) assert.notEqual(text.trim(), '');
  });

  it('nothing that a user reads is written in the manifest itself', () => {
    const shown = [
      manifest.contributes.commands.flatMap(({ title, category }) => [title, category]),
      contributes.configuration.map(({ title }) => title),
      contributes.configuration.flatMap(({ properties }) =>
        Object.values(properties).flatMap((setting) =>
          Object.entries(setting).flatMap(([name, value]) =>
            /description/i.test(name) ? strings(value) : [],
          ),
        ),
      ),
    ].flat();
    for (const text of shown) assert.match(text, /^%.+%$/);
  });

  it('every command has a title in both languages', () => {
    for (const { command, title } of contributes.commands) {
      for (const texts of [nls.fr, nls.en]) assert.ok(texts[title.slice(1, -1)], command);
    }
  });

  it('every command is presented to the reader of the documentation, by its title', () => {
    const pages = ['README.md', ...filesBelow('docs', '.md')].filter((path) => existsSync(join(root, path)));
    const text = pages.map(read).join('\n').replaceAll('’', "'");
    const missing = contributes.commands
      .map(({ title }) => nls.fr[title.slice(1, -1)] ?? title)
      .filter((title) => !text.includes(title));
    assert.deepEqual(missing, []);
  });

  it('the commands declared are those that the client registers', () => {
    const registered = filesBelow('client/src', '.ts').flatMap((path) =>
      [...read(path).matchAll(/registerCommand\(\s*['"](segur\.\w+)['"]/g)].map((match) => match[1]),
    );
    assert.deepEqual([...new Set(registered)].sort(), declared);
  });

  it('menus hold declared commands only', () => {
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    assert.deepEqual(
      inMenus.filter((command) => !declared.includes(command)),
      [],
    );
    assert.ok(contributes.menus['file/newFile']?.some(({ command }) => command === 'segur.nouvelleAvance'));
  });

  it('grammars and default settings are for languages that it declares', () => {
    const ids = contributes.languages.map(({ id }) => id);
    for (const { language, scopeName, path } of contributes.grammars) {
      assert.ok(ids.includes(language), language);
      assert.equal((JSON.parse(read(path)) as { scopeName: string }).scopeName, scopeName);
    }
    for (const key of Object.keys(contributes.configurationDefaults)) {
      assert.ok(ids.includes(key.slice(1, -1)), key);
    }
    for (const { id, extensions } of contributes.languages) {
      assert.equal(extensions, undefined, `${id} would take every file with that extension`);
    }
  });

  it('every setting starts with "segur.", its default is one of its values, each of them explained', () => {
    for (const [name, setting] of contributes.configuration.flatMap(({ properties }) =>
      Object.entries(properties),
    )) {
      assert.match(name, /^segur\./);
      assert.equal(setting.enumDescriptions?.length, setting.enum?.length, name);
      if (setting.enum !== undefined) assert.ok(setting.enum.includes(String(setting.default)), name);
    }
  });

  it('the market place files it under what it is, and finds it under the words that people look for', () => {
    assert.deepEqual(manifest.categories, ['Programming Languages', 'Linters', 'Formatters']);
    assert.deepEqual(manifest.keywords, ['Ségur', 'SONS', 'ASP', 'SEGURNUM', 'JSON']);
    const { publisher, license, repository, bugs, galleryBanner } = manifest;
    for (const text of [publisher, license, repository.url, bugs.url, galleryBanner.color]) {
      assert.notEqual(text, '');
    }
  });

  it('the walkthrough has a picture with words for each step, which a command of ours completes', () => {
    const [walkthrough, ...others] = contributes.walkthroughs;
    assert.ok(walkthrough);
    assert.equal(others.length, 0);
    assert.equal(walkthrough.steps.length, 7);
    for (const { media, completionEvents } of walkthrough.steps) {
      assert.ok(existsSync(join(root, media.svg)), media.svg);
      assert.match(media.altText, /^%.+%$/);
      for (const event of completionEvents) {
        const [, command = ''] = /^onCommand:(.+)$/.exec(event) ?? [];
        assert.ok(declared.includes(command), event);
      }
    }
  });

  it('a task is for hosts that start programs and for trusted folders, and its matchers are ours', () => {
    const [task, ...others] = contributes.taskDefinitions;
    assert.ok(task);
    assert.equal(others.length, 0);
    assert.equal(task.type, 'segur');
    assert.equal(task.when, 'processExecutionSupported && isWorkspaceTrusted');
    const source = read('client/src/tasks.ts');
    for (const { name } of contributes.problemMatchers) assert.ok(source.includes(`'$${name}'`), name);
    for (const name of Object.keys(task.properties)) {
      assert.match(source, new RegExp(`\\b${name}\\b`));
      assert.ok(read('docs/ligne-de-commande.md').includes(`| \`${name}\``), name);
    }
  });

  it('works in untrusted and in virtual workspaces, and starts for JSON only', () => {
    assert.deepEqual(manifest.capabilities, {
      // What the folder's own settings name could lie anywhere, on a network share too.
      untrustedWorkspaces: {
        supported: 'limited',
        description: '%confiance.description%',
        restrictedConfigurations: ['segur.base'],
      },
      virtualWorkspaces: true,
    });
    assert.deepEqual(manifest.activationEvents, ['onLanguage:json']);
  });

  it('every file of .segur/ has a schema, for completion, hover and validation in VS Code', () => {
    const matched = contributes.jsonValidation.map(({ fileMatch }) => fileMatch).sort();
    const ours = [SETTINGS_PATH, REGULATION_PATH, ZIP_HISTORY_PATH, `${FORMATS_FOLDER}/*.schema.json`];
    assert.deepEqual(matched, ours.sort());
  });

  it('the icon is a PNG of 256 by 256, and the market place takes the keywords', () => {
    const icon = readFileSync(join(root, manifest.icon));
    assert.equal(icon.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256]);
    assert.ok(manifest.keywords.length <= 5);
  });
});
