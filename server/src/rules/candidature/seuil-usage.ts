import type { Champ } from '../../dossier/candidature/bloc';
import type { Candidature } from '../../dossier/candidature/candidature';
import type { Usage } from '../../dossier/candidature/financement';
import type { Regulation } from '../../regulation/regulation';
import { isDoubtful } from '../calendrier/cited';
import { candidatureRule } from '../rule';

/** What is counted, by the last part of the threshold's name. */
const COMPTEURS = {
  'consultations-dmp': (usage: Usage) => usage.consultationsDmp,
  'documents-dmp': (usage: Usage) => usage.documentsDmp,
  'messages-mssante': (usage: Usage) => usage.messagesMssante,
} as const;
type Compteur = keyof typeof COMPTEURS;
const NAMES: readonly Compteur[] = ['consultations-dmp', 'documents-dmp', 'messages-mssante'];

interface Below {
  readonly compteur: Compteur;
  readonly champ: Champ<number>;
  readonly nom: string;
  readonly nombre: number;
  readonly seuil: number;
}

/** C17: a client whose counters stay below what is checked after the solde. What is not counted is not judged. */
export const seuilUsage = candidatureRule<Below>({
  code: 'seuil-usage',
  famille: 'candidature',
  severity: 'warning',
  inventaire: ['C17'],
  sources: ['S0'],
  detect: (candidature, { regulation }) =>
    NAMES.flatMap((compteur) => belowThreshold(compteur, candidature, regulation)),
  where: ({ champ }) => champ.place,
  wording: ({ compteur, nom, nombre, seuil }) => ({ suffix: compteur, params: { nom, nombre, seuil } }),
});

function belowThreshold(compteur: Compteur, { sons, usages }: Candidature, { nombres }: Regulation): Below[] {
  const held = nombres.get(`${sons.valeur ?? ''}.${compteur}`);
  const seuil = held?.value;
  if (!held || isDoubtful(held) || typeof seuil !== 'number') return [];
  return usages.elements.flatMap((usage) => {
    const champ = COMPTEURS[compteur](usage);
    const nombre = champ.valeur;
    if (nombre === undefined || nombre >= seuil) return [];
    return [{ compteur, champ, nombre, seuil, nom: usage.nomStructure.valeur ?? '?' }];
  });
}
