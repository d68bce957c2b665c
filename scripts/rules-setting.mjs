import { translate } from '../server/src/messages/catalogue.ts';
import { ALL_RULES } from '../server/src/rules/all.ts';
import { FAMILLES } from './rules-index.mjs';

const SEVERITIES = {
  error: 'erreur',
  warning: 'avertissement',
  information: 'information',
  hint: 'indice',
};
const CHOICES = [...Object.values(SEVERITIES), 'inactive'];
const PREFIX = 'config.regles.';
const rules = [...ALL_RULES].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The section of settings that holds the severity of each rule and of each family. */
export function rulesSection() {
  const choice = {
    type: 'string',
    enum: CHOICES,
    enumDescriptions: CHOICES.map((word) => `%reglage.regles.${word}%`),
  };
  const properties = rules.map(({ code, severity }) => [
    code,
    { ...choice, default: SEVERITIES[severity], description: `%${PREFIX}${code}%` },
  ]);
  const families = Object.keys(FAMILLES).map((famille) => [
    famille,
    { ...choice, description: `%config.familles.${famille}%` },
  ]);
  return {
    title: '%reglage.regles.section%',
    order: 2,
    properties: {
      'segur.regles': {
        type: 'object',
        additionalProperties: false,
        scope: 'window',
        order: 1,
        description: '%reglage.regles%',
        default: {},
        properties: Object.fromEntries(properties),
      },
      'segur.familles': {
        type: 'object',
        additionalProperties: false,
        scope: 'window',
        order: 2,
        description: '%reglage.familles%',
        default: {},
        properties: Object.fromEntries(families),
      },
    },
  };
}

/** The manifest with that section in the place of the one that it had. */
export function withRules(manifest) {
  const section = rulesSection();
  const others = manifest.contributes.configuration.filter(({ title }) => title !== section.title);
  const configuration = [...others, section].sort((a, b) => a.order - b.order);
  return { ...manifest, contributes: { ...manifest.contributes, configuration } };
}

/** The manifest's texts with the titles of the rules, taken from the catalogue, in the place of those that they had. */
export function withTitles(texts, langue) {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith(PREFIX));
  const titles = rules.map(({ code }) => [PREFIX + code, translate(langue, `regle.${code}.titre`)]);
  return Object.fromEntries([...others, ...titles]);
}

/** The schema of `.segur/segur.json` with the names of the rules and of their families. */
export function withRuleNames(schema) {
  const named = (definition, list) => ({
    ...schema.definitions[definition],
    enum: list.map(([name]) => name),
    enumDescriptions: list.map(([, title]) => title),
  });
  const titled = rules.map(({ code, famille }) => [code, translate('fr', `regle.${code}.titre`), famille]);
  const regle = named('regle', titled);
  const regleAcceptable = named(
    'regleAcceptable',
    titled.filter(([, , famille]) => famille !== 'syntaxe'),
  );
  const famille = named('famille', Object.entries(FAMILLES));
  return { ...schema, definitions: { ...schema.definitions, regle, regleAcceptable, famille } };
}
