import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Base, Etablissement, NatureFiness, PlafondDeBase } from '../../server/src/registry/base';
import { buildBase } from '../../server/src/registry/build-base';
import { readCents } from '../../server/src/regulation/cents';

const FOLDER = resolve(__dirname, '../registry');

/** An establishment as tests write it; amounts as decimal texts. */
export interface WrittenEtablissement {
  readonly finess: string;
  readonly raisonSociale?: string;
  readonly nature?: NatureFiness;
  readonly categorie?: string;
  readonly activiteCombinee?: string;
  readonly siren?: string;
  readonly finessLie?: string;
  readonly plafonds?: readonly WrittenPlafond[];
}

interface WrittenPlafond {
  readonly sons?: string;
  readonly prestation?: string;
  readonly ht?: string;
  readonly ttc?: string;
}

/** A base of these establishments, from row 2 of `base.xlsx` on; or of those of a file of `test/registry/`. */
export function baseOf(written: string | readonly WrittenEtablissement[]): Base {
  const list =
    typeof written === 'string'
      ? (JSON.parse(readFileSync(join(FOLDER, written), 'utf8')) as readonly WrittenEtablissement[])
      : written;
  return buildBase(list.map(etablissement), { fichier: 'base.xlsx', feuille: undefined });
}

function etablissement(written: WrittenEtablissement, rank: number): Etablissement {
  const { finess, raisonSociale, nature, categorie, activiteCombinee, siren, finessLie } = written;
  const plafonds = (written.plafonds ?? []).map(plafond);
  return {
    ...{ finess, raisonSociale, nature, categorie, activiteCombinee, siren, finessLie },
    plafonds,
    ligne: rank + 2,
  };
}

function plafond({ sons, prestation, ht, ttc }: WrittenPlafond): PlafondDeBase {
  return { sons, prestation, ht: cents(ht), ttc: cents(ttc) };
}

function cents(amount: string | undefined): bigint | undefined {
  return amount === undefined ? undefined : readCents(amount)?.cents;
}
