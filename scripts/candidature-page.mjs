import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import catalogue from '../l10n/fr.json' with { type: 'json' };

const SCHEMA = join(import.meta.dirname, '../schemas/candidature.schema.json');
const FORMES = {
  string: 'texte',
  boolean: '`true` ou `false`',
  integer: 'nombre entier',
  object: 'bloc',
  array: 'liste',
};

/** The page that tells the manifest of a candidature tag by tag, from its schema. */
export function candidaturePage() {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  return [
    '# Le manifeste de candidature',
    '',
    "Un fichier `candidature.json`, ou dont le nom finit par `.candidature.json`, tient l'état d'un référencement : un éditeur, une solution, un SONS. Ce format est le nôtre : le fichier ne se dépose nulle part, et personne ne le refuse. Il sert à vérifier chaque jour ce qui reste à faire et jusqu'à quand.",
    '',
    "- Ce qui n'est pas encore connu vaut `null`, une liste encore vide `[]`. Une balise absente ne donne aucun constat.",
    "- Les dates s'écrivent `JJ/MM/AAAA`.",
    '- Une balise inconnue, une valeur hors de la liste ou une date mal écrite sont des avertissements ; un JSON mal formé est une erreur.',
    '',
    'Un exemple rempli par famille : [hôpital](../samples/hopital/dpi.candidature.json), [imagerie](../samples/imagerie/db.candidature.json), [médecins de ville](../samples/medecins-de-ville/lgc.candidature.json). Le schéma : [candidature.schema.json](../schemas/candidature.schema.json). Cette page en est tirée par `npm run rules-manifest`.',
    '',
    "## Dans l'éditeur",
    '',
    "« Nouvelle candidature… » demande le SONS, la solution, sa version et son passé en vague 1, puis ouvre un manifeste : les profils, chapitres, exigences et pièces que les textes nomment y sont, le reste vaut `null` et se remplit de tabulation en tabulation. Les listes de chapitres ne sont connues que pour l'hôpital (S0) : ailleurs, un chapitre sans nom attend le sien.",
    '',
    "La complétion suffit pour remplir un manifeste : les listes fermées, chacune dite en mots ; à une date, le jour même et le dernier jour que les textes admettent, avec sa source ; à un nombre, le seuil des textes ; ailleurs, ce que le manifeste dit déjà (une version, un profil, le nombre des preuves). Rien n'est inventé : un nom, un numéro, un fichier restent à écrire. De chaque constat, une complétion ou une correction fait sortir ; celles qui ajoutent un chapitre, un profil, une pièce ou des pilotes sont à vérifier.",
    '',
    "« Aperçu de la candidature » lit le manifeste ouvert, à jour à chaque touche : ce qu'il reste à faire et jusqu'à quand, les dates 1 à 3, les étapes, les preuves par chapitre, le CNDA, le test d'intrusion face à ses seuils, l'enrôlement, les pilotes, et les seuils contrôlés après le solde. Un clic ou Entrée mène à la ligne du JSON ; le curseur du JSON désigne la ligne du panneau. Une date que nos sources rendent douteuse le dit, et n'est jamais donnée pour dépassée.",
    '',
    '![Le panneau, thème sombre](images/candidature-sombre.png)',
    '',
    "« Aperçu des échéances » et la barre d'état suivent le manifeste : une date dont l'objet est fait n'est plus annoncée. La `dateDossierComplet` d'un manifeste vaut pour les demandes du même SONS et du même dossier (limite de 120 jours, part de l'avance) ; elle l'emporte sur le réglage `dossierComplet` de `.segur/segur.json`, et deux manifestes d'un même SONS ne disent rien. Un texte ouvert compte plutôt que le fichier enregistré. `segur-sons check` tient compte des mêmes manifestes, et vérifie ceux qu'on lui donne.",
    '',
    'Les `fusions` du manifeste valent pour les demandes du même dossier : plafonds, FINESS à écrire, bénéficiaires qui changent ([docs/fusions.md](fusions.md)).',
    '',
    ...sections(schema, '', 'Le fichier'),
  ].join('\n');
}

function sections(schema, path, title) {
  const tags = Object.entries(schema.properties ?? {});
  const rows = tags.map(([name, tag]) => `| \`${name}\` | ${formOf(tag)} | ${tag.description} |`);
  const inner = tags.flatMap(([name, tag]) => {
    const block = tag.items ?? tag;
    const here = path === '' ? name : `${path}.${name}`;
    return block.properties ? sections(block, here, `\`${here}\``) : [];
  });
  return [`## ${title}`, '', '| balise | forme | sens |', '| --- | --- | --- |', ...rows, '', ...inner];
}

function formOf(tag) {
  const [type] = [tag.type].flat();
  if (tag['x-role']?.startsWith('date-')) return 'date';
  if (type === 'array') {
    return `liste de ${tag.items.properties ? 'blocs' : 'textes'}${examplesOf(tag.items)}`;
  }
  const values = tag.enum?.filter((value) => value !== null);
  if (!values) return FORMES[type] + examplesOf(tag);
  return values.map((value) => `\`${value}\`${meaning(tag['x-role'], value)}`).join('<br>');
}

function meaning(role, value) {
  const key = role === 'sons' ? `sons.${value}` : `valeur.${role}.${value}`;
  return ` : ${catalogue[key]}`;
}

function examplesOf({ examples = [] }) {
  return examples.length === 0 ? '' : `, comme ${examples.map((example) => `« ${example} »`).join(', ')}`;
}
