import type { Format } from '../../formats/format';
import type { Langue } from '../../messages/catalogue';
import {
  candidatureAttendue,
  type ChapitreAttendu,
  type Historique,
} from '../../regulation/candidature-attendue';
import { vagueOf } from '../../regulation/sons';
import { filledTags } from './filled-skeleton';
import type { Connu, ConnuDuBloc } from './known';

/** What is asked before a manifest is opened. */
export interface NouvelleCandidature {
  readonly sons: string;
  readonly solution: string;
  /** Empty when it is not known yet. */
  readonly version: string;
  readonly historique: Historique;
}

/** The SONS that a manifest can name and whose referencing follows wave 1: the earlier ones take no candidature any more. */
export function sonsOfCandidatures({ root }: Format): readonly string[] {
  const shape = root.tags.find((tag) => tag.shape.role === 'sons')?.shape;
  const values = shape?.kind === 'string' ? (shape.values ?? []) : [];
  return values.filter((sons) => (vagueOf(sons) ?? 1) > 1);
}

/** A manifest for these answers as a snippet: what the texts ask of it is there, the rest is `null` with a tab stop. */
export function newCandidatureSnippet(format: Format, answers: NouvelleCandidature, langue: Langue): string {
  const filling = { langue, reference: '', unknown: true };
  const body = filledTags(format.root.tags, filling, knownOf(answers));
  return `{\n${body.replace(/^/gm, '  ')}\n}\n`;
}

function knownOf({ sons, solution, version, historique }: NouvelleCandidature): ConnuDuBloc {
  const attendue = candidatureAttendue(sons, historique);
  const { exigenceIntrusion } = attendue;
  return {
    sons,
    'solution-logicielle': {
      bloc: {
        ...(solution === '' ? {} : { 'nom-solution': solution }),
        ...(version === '' ? {} : { 'version-referencee': version }),
      },
    },
    'historique-vague-1': { bloc: { 'referencee-vague-1': historique !== 'nouvel-entrant' } },
    profils: attendue.profils.map((nom) => ({ bloc: { 'nom-profil': nom, 'profil-optionnel': false } })),
    chapitres: attendue.chapitres.map(chapitre),
    ...(attendue.visiteIns ? { 'visite-ins': { bloc: { 'statut-visite': 'A_PLANIFIER' } } } : {}),
    ...(exigenceIntrusion === null ? {} : { intrusion: { bloc: { exigence: exigenceIntrusion } } }),
    enrolement: { bloc: { 'pieces-enrolement': attendue.pieces.map(piece) } },
  };
}

function chapitre({ nom, profil, vague }: ChapitreAttendu): Connu {
  return {
    bloc: {
      ...(nom === null ? {} : { 'nom-chapitre': nom }),
      ...(profil === null ? {} : { 'profil-chapitre': profil }),
      'vague-chapitre': vague,
      'statut-preuve': 'A_COMPLETER',
    },
  };
}

function piece(type: string | readonly string[]): Connu {
  return {
    bloc: {
      'type-piece-enrolement': typeof type === 'string' ? type : { parmi: type },
      'piece-fournie': false,
    },
  };
}
