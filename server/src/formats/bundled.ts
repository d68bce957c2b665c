import aides from '../../../schemas/parts/aides.json';
import beneficiairesHop from '../../../schemas/parts/beneficiaires-hop.json';
import beneficiairesImg from '../../../schemas/parts/beneficiaires-img.json';
import beneficiairesMdv from '../../../schemas/parts/beneficiaires-mdv.json';
import clientFinal from '../../../schemas/parts/client-final.json';
import demandeAvance from '../../../schemas/parts/demande-avance.json';
import demandeSolde from '../../../schemas/parts/demande-solde.json';
import enveloppe from '../../../schemas/parts/enveloppe.json';
import partSolde from '../../../schemas/parts/solde.json';
import candidature from '../../../schemas/candidature.schema.json';
import commun from '../../../schemas/commun.avance.schema.json';
import communSolde from '../../../schemas/commun.solde.schema.json';
import hopDpi from '../../../schemas/HOP-DPI-Va2.avance.schema.json';
import hopDpiSolde from '../../../schemas/HOP-DPI-Va2.solde.schema.json';
import hopPfi from '../../../schemas/HOP-PFI-Va2.avance.schema.json';
import hopPfiSolde from '../../../schemas/HOP-PFI-Va2.solde.schema.json';
import imgDb from '../../../schemas/IMG-DB-Va2.avance.schema.json';
import imgDbSolde from '../../../schemas/IMG-DB-Va2.solde.schema.json';
import imgRis from '../../../schemas/IMG-RIS-Va2.avance.schema.json';
import imgRisSolde from '../../../schemas/IMG-RIS-Va2.solde.schema.json';
import mdvLgcVague1 from '../../../schemas/MDV-LGC-Va1.avance.schema.json';
import mdvLgcVague1Solde from '../../../schemas/MDV-LGC-Va1.solde.schema.json';
import mdvLgc from '../../../schemas/MDV-LGC-Va2.avance.schema.json';
import mdvLgcSolde from '../../../schemas/MDV-LGC-Va2.solde.schema.json';
import { compileFormat, type FormatSchema, type SchemaLibrary } from './compile';
import type { Etape, Format } from './format';

const SHARED: readonly FormatSchema[] = [
  aides,
  beneficiairesHop,
  beneficiairesImg,
  beneficiairesMdv,
  clientFinal,
  demandeAvance,
  demandeSolde,
  enveloppe,
  partSolde,
] as FormatSchema[];

/** The parts that the bundled schemas share, by `$id`. */
export const PARTS: SchemaLibrary = Object.fromEntries(
  SHARED.map((part): [string, FormatSchema] => [part.$id ?? '', part]),
);

const AVANCES = [hopDpi, hopPfi, imgRis, imgDb, mdvLgc, mdvLgcVague1, commun];
const SOLDES = [
  hopDpiSolde,
  hopPfiSolde,
  imgRisSolde,
  imgDbSolde,
  mdvLgcSolde,
  mdvLgcVague1Solde,
  communSolde,
];
const SCHEMAS = [...AVANCES, ...SOLDES, candidature] as FormatSchema[];

/** Formats that come with the product, `HOP-DPI-Va2.avance` and its siblings, in the order in which they are offered. */
export const BUNDLED_FORMATS: readonly Format[] = SCHEMAS.map((schema) =>
  compileFormat((schema.$id ?? '').replace('.schema.json', ''), schema, PARTS),
);

/** What is checked while a file has not said its SONS. */
export function commonFormat(etape: Etape): string {
  return `commun.${etape}`;
}

/** The manifest of a candidature, whatever its SONS. */
export const CANDIDATURE = 'candidature';
