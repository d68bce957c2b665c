import { say, translate, type Langue } from '../../messages/catalogue';
import { ROLES_DE_COLONNE, type Confiance, type Sens } from '../../registry/mapping/mapping';
import type { Proposition } from '../../registry/mapping/propose';
import type { Refus } from '../../registry/table/table';
import { allSons } from '../../regulation/sons';
import { sonsLabel } from '../sons-label';

/** A meaning of a column, and its words. */
export interface MeaningLabel {
  readonly sens: Sens;
  readonly libelle: string;
}

/** A column of the user's file. */
interface ProposedColumn {
  readonly entete: string;
  /** Which one of several columns with this header, from 1. */
  readonly rang: number;
  /** What it is taken for, if anything. */
  readonly sens: MeaningLabel | null;
  /** How surely, in words. */
  readonly confiance: string;
  readonly sure: boolean;
  readonly exemples: readonly string[];
}

/** What the columns of a file are taken for, to be confirmed by the user. */
export type BaseProposal =
  | {
      readonly etat: 'proposition';
      readonly feuille: string | null;
      readonly colonnes: readonly ProposedColumn[];
      /** What a base has and this file does not seem to have, in words. */
      readonly manque: readonly string[];
      /** All that a column may be said to be. */
      readonly choix: readonly MeaningLabel[];
    }
  | { readonly etat: 'refus'; readonly message: string };

const PRESTATIONS = ['VAGUE_2', 'VAGUE_1_ET_2', undefined] as const;
const TAXES = ['HT', 'TTC'] as const;

export function baseProposal(read: Proposition | Refus, langue: Langue): BaseProposal {
  if (read.etat === 'refus') return { etat: 'refus', message: say(langue, read.message) };
  return {
    etat: 'proposition',
    feuille: read.mapping.feuille ?? null,
    colonnes: read.colonnes.map(({ entete, rang, sens, confiance, exemples }) => ({
      entete,
      rang,
      sens: sens ? { sens, libelle: meaningText(sens, langue) } : null,
      confiance: sens ? translate(langue, `base.confiance.${confiance}`) : '',
      sure: isSure(sens, confiance),
      exemples,
    })),
    manque: read.manque.map((role) => translate(langue, `base.colonne.${role}`)),
    choix: meanings().map((sens) => ({ sens, libelle: meaningText(sens, langue) })),
  };
}

/** An amount without its tax is not used: that is to be looked at, however clear the rest. */
function isSure(sens: Sens | undefined, confiance: Confiance): boolean {
  if (sens?.role === 'montant' && sens.taxe === undefined) return false;
  return sens === undefined || confiance !== 'faible';
}

/** "plafond · Hôpital – DPI · VAGUE_2 · HT". */
function meaningText(sens: Sens, langue: Langue): string {
  const { role, nature, sons, prestation, taxe } = sens;
  const parts = [
    translate(langue, `base.colonne.${role}`),
    nature && translate(langue, `base.nature.${nature}`),
    sons === undefined ? undefined : `${sonsLabel(sons, langue)} (${sons})`,
    prestation,
    role === 'montant' ? (taxe ?? translate(langue, 'base.colonne.taxe-inconnue')) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function meanings(): Sens[] {
  const plainRoles = ROLES_DE_COLONNE.filter((role) => role !== 'montant').map((role): Sens => ({ role }));
  const natures = (['juridique', 'geographique'] as const).map((nature): Sens => ({
    role: 'finess',
    nature,
  }));
  const amounts = [undefined, ...allSons()].flatMap((sons) =>
    PRESTATIONS.flatMap((prestation) =>
      TAXES.map((taxe): Sens => ({
        role: 'montant',
        ...(sons !== undefined && { sons }),
        ...(prestation !== undefined && { prestation }),
        taxe,
      })),
    ),
  );
  return [...plainRoles, ...natures, ...amounts];
}
