import { candidatureOf, type Candidature } from '../../dossier/candidature/candidature';
import { fileNameOf } from '../../dossier/file-name';
import { translate, type Langue } from '../../messages/catalogue';
import { harmless } from '../../messages/harmless';
import { formatJour } from '../../regulation/calendar-date';
import { deadlines } from '../../regulation/deadlines';
import { parisTime, type EpochMinutes } from '../../regulation/paris-time';
import type { Span } from '../../syntax/nodes';
import type { CheckedDocument } from '../document';
import { sonsLabel } from '../sons-label';
import { aFaire, type AFaire } from './candidature-a-faire';
import { etapesSection, jalonsSection } from './candidature-etapes';
import { enrolementSection, pilotesSection, usagesSection } from './candidature-financement';
import { fusionsSection } from './candidature-fusions';
import { preuvesSection } from './candidature-preuves';
import { Places, sentences, type Section } from './candidature-section';
import { cndaSection, intrusionSection } from './candidature-securite';
import { candidatureWords, type CandidatureWords } from './candidature-words';

/** All that the panel of a candidature shows, in the user's language: plain data, for a page that only draws it. */
export interface CandidatureModel {
  readonly langue: Langue;
  readonly mots: CandidatureWords;
  /** The version of the text that it was read from; null without a manifest. */
  readonly version: number | null;
  readonly fichier: string;
  /** The solution and its SONS; or why there is nothing to show. */
  readonly resume: string;
  readonly aFaire: readonly AFaire[];
  readonly sections: readonly Section[];
}

/** The panel's data and, beside them, where each of its rows stands in that text. */
export interface CandidatureView {
  readonly modele: CandidatureModel;
  readonly places: readonly Span[];
}

const SECTIONS = [
  jalonsSection,
  etapesSection,
  preuvesSection,
  cndaSection,
  intrusionSection,
  enrolementSection,
  pilotesSection,
  fusionsSection,
  usagesSection,
];

/** What the panel shows of a checked document at a moment; undefined when no file is open. */
export function candidatureView(
  checked: CheckedDocument | undefined,
  { now, langue }: { readonly now: EpochMinutes; readonly langue: Langue },
): CandidatureView {
  const enveloppe = checked?.analysis.dossier?.enveloppe;
  const mots = candidatureWords(langue);
  const fichier = checked ? harmless(fileNameOf(checked.document.uri)) : '';
  if (checked === undefined || enveloppe?.kind !== 'candidature') {
    const resume = translate(langue, checked ? 'suivi.autre-fichier' : 'suivi.aucun-fichier');
    return {
      modele: { langue, mots, version: null, fichier, resume, aFaire: [], sections: [] },
      places: [],
    };
  }
  const candidature = candidatureOf(enveloppe);
  const { regulation } = checked.analysis;
  const places = new Places();
  const contexte = {
    candidature,
    regulation,
    echeances: deadlines(candidature.sons.valeur ?? '', now, regulation),
    today: parisTime(now).jour,
    langue,
    places,
  };
  return {
    modele: {
      langue,
      mots,
      version: checked.document.version,
      fichier,
      resume: resumeOf(candidature, langue),
      aFaire: aFaire(contexte).map((one) => ({ ...one, texte: harmless(one.texte) })),
      sections: SECTIONS.flatMap((section) => section(contexte) ?? []).map((one) => ({
        ...one,
        resume: harmless(one.resume),
      })),
    },
    places: places.all,
  };
}

function resumeOf({ solution, sons, historiqueVague1 }: Candidature, langue: Langue): string {
  const { referencee, dateReferencement } = historiqueVague1;
  const referencement = solution.dateReferencement.valeur;
  const told = [
    [solution.nom.valeur, solution.versionReferencee.valeur].filter((part) => part !== undefined).join(' '),
    sons.valeur === undefined ? translate(langue, 'suivi.sons-inconnu') : sonsLabel(sons.valeur, langue),
    referencee.valeur === true &&
      translate(langue, 'suivi.reference-vague-1', {
        date: dateReferencement.valeur ? formatJour(dateReferencement.valeur) : '',
      }).trim(),
    referencee.valeur === false && translate(langue, 'suivi.nouvel-entrant'),
    referencement && translate(langue, 'suivi.reference-le', { date: formatJour(referencement) }),
  ];
  return harmless(sentences(...told));
}
