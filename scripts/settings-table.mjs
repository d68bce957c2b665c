import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const START = '<!-- réglages : écrits par npm run rules-manifest -->';
const END = '<!-- fin des réglages -->';
const SCOPES = { window: 'fenêtre', resource: 'dossier' };

/** The settings that the manifest declares, as the rows of a Markdown table. */
export function settingsTable() {
  const texts = read('package.nls.json');
  const say = (text) => text?.replace(/^%(.+)%$/, (_, key) => texts[key]);
  const sections = read('package.json').contributes.configuration;
  const rows = sections
    .flatMap(({ properties }) => Object.entries(properties))
    .map(([name, setting]) => {
      const effect = say(setting.description ?? setting.markdownDescription).replaceAll('|', '\\|');
      return `| \`${name}\` | ${effect} | ${valuesOf(setting)} | ${SCOPES[setting.scope ?? 'window']} |`;
    });
  return ['| réglage | effet | valeurs | portée |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The page with that table in the place of the one that it had. */
export function withSettings(page) {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`The page has no ${START} … ${END}`);
  return `${page.slice(0, start + START.length)}\n\n${settingsTable()}\n\n${page.slice(end)}`;
}

function valuesOf({ type, enum: values, properties, default: initial }) {
  if (values) {
    return values.map((value) => code(value) + (value === initial ? ' (par défaut)' : '')).join(', ');
  }
  if (type === 'boolean') {
    return [true, false].map((value) => code(value) + (value === initial ? ' (par défaut)' : '')).join(', ');
  }
  if (type !== 'object') return 'texte';
  const words = Object.values(properties)[0].enum;
  return `par nom : ${words.map(code).join(', ')}`;
}

function code(value) {
  return `\`${value}\``;
}

function read(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}
