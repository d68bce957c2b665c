import { translate } from '../server/src/messages/catalogue.ts';
import { ALL_RULES } from '../server/src/rules/all.ts';

const SEVERITIES = {
  error: 'erreur',
  warning: 'avertissement',
  information: 'information',
  hint: 'indice',
};
/** The families in the order in which they are told, each with its title. */
export const FAMILLES = {
  syntaxe: 'Syntaxe du JSON',
  structure: 'Structure : blocs et balises',
  valeurs: 'Nombres et dates',
  identifiants: 'Identifiants et coordonnées',
  beneficiaires: 'Bénéficiaires',
  montants: 'Montants et TVA',
  calendrier: 'Calendrier',
  pieces: 'Pièces justificatives',
  'entre-fichiers': 'D’un fichier à l’autre',
  candidature: 'Candidature au référencement',
};

/** The page that lists the rules by family: title, code, severity, rows of the inventory and sources. */
export function rulesIndex() {
  const families = Object.entries(FAMILLES).map(([famille, title]) => {
    const rows = ALL_RULES.filter((rule) => rule.famille === famille).map(row);
    return [
      `## ${title}`,
      '',
      `Famille \`${famille}\`.`,
      '',
      '| règle | gravité | énoncés | sources |',
      '| --- | --- | --- | --- |',
      ...rows,
      '',
    ];
  });
  return [
    '# Les règles',
    '',
    'Chaque règle porte un énoncé des textes ou des supports officiels ; [les sources](../sources.md) sont citées par leur code.',
    'La gravité se change règle par règle (`segur.regles`) ou famille par famille (`segur.familles`), dans les réglages ou dans `.segur/segur.json`. Cette page est écrite par `npm run rules-manifest`.',
    '',
    ...families.flat(),
  ].join('\n');
}

function row({ code, severity, inventaire, sources }) {
  const titre = translate('fr', `regle.${code}.titre`);
  return `| [${titre}](${code}.md) \`${code}\` | ${SEVERITIES[severity]} | ${inventaire.join(', ')} | ${sources.join(', ')} |`;
}
