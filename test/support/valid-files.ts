import { passesLuhn } from '../../server/src/registry/luhn';
import { FormatRegistry } from '../../server/src/formats/registry';
import type { Format } from '../../server/src/formats/format';
import type { Role } from '../../server/src/formats/roles';
import { vagueOf } from '../../server/src/regulation/sons';
import type { ListShape, ObjectShape, ScalarShape, Shape } from '../../server/src/formats/shape';

/** Values that every rule accepts, as they are written in the file; `{n}` is the request's rank from 1. */
const SAMPLES: Partial<Record<Role, string>> = {
  'raison-sociale': '"Éditeur fictif"',
  'reference-demande': '"REF-{n}"',
  'nom-solution': '"Logiciel fictif"',
  'version-logiciel': '"2.4.1"',
  'numero-referencement': '"SEG-0001"',
  'commande-pour': '"LIBERAL"',
  'nom-structure': '"Structure fictive"',
  'nom-medecin': '"Médecin fictif"',
  'nom-representant': '"Représentant fictif"',
  'nombre-professionnels': '4',
  telephone: '"+33123456789"',
  email: '"contact@exemple.fr"',
  'code-postal': '"33110"',
  'date-attribution': '"01/02/2022"',
  'montant-aide': '300.00',
  'numero-bon-de-commande': '"BDC-{n}"',
  'date-signature': '"12/09/2025"',
  'montant-ht': '1000.00',
  'taux-tva': '20.00',
  'montant-ttc': '1200.00',
  'nom-fichier': '"bdc-{n}.pdf"',
  'numero-facture': '"F-{n}"',
  'date-facture': '"20/01/2026"',
  'facture-ht': '1000.00',
  'facture-taux-tva': '20.00',
  'facture-ttc': '1200.00',
  'date-verification-aptitude': '"15/01/2026"',
  'nom-signataire': '"Signataire fictif"',
};

/** Of the first request; the others have numbers of their own, for a beneficiary stands in one request. */
const NUMBERS: Partial<Record<Role, string>> = {
  'finess-pmsi': '870000064',
  'finess-geo': '870000064',
  siren: '268708518',
  rpps: '10000001239',
};

/**
 * What differs in wave 1, whose scale allows less for one doctor and whose orders are older, and the two payments,
 * whose shares differ by wave.
 */
const SAMPLES_OF_WAVE: Readonly<Record<number, Partial<Record<Role, string>>>> = {
  1: {
    'montant-ht': '350.00',
    'montant-ttc': '420.00',
    'date-signature': '"15/03/2022"',
    'date-facture': '"20/06/2022"',
    'facture-ht': '350.00',
    'facture-ttc': '420.00',
    'date-verification-aptitude': '"15/06/2022"',
    'avance-percue': '126.00',
    'montant-solde': '294.00',
  },
  2: { 'avance-percue': '480.00', 'montant-solde': '720.00' },
};

/** Formats of one SONS each. */
export const NAMED_FORMATS: readonly Format[] = new FormatRegistry().named.filter(
  ({ sons }) => sons !== undefined,
);

/** A name that tells the step: `essai.solde.json`. */
export function fileNameOf({ etape }: Format): string {
  return `essai.${etape}.json`;
}

/** A file of `requests` requests with which no rule finds any fault; of town doctors, every other one is a structure. */
export function validFile(format: Format, requests = 1): string {
  return new Writer(requests, vagueOf(format.sons ?? '')).value(format.root, 1);
}

export function validFileOf(sons: string, requests = 1, etape = 'avance'): string {
  const format = NAMED_FORMATS.find(({ id }) => id === `${sons}.${etape}`);
  if (!format) throw new Error(`no format ${etape} of SONS ${sons}`);
  return validFile(format, requests);
}

/** Writes a value for a shape, indented by two blanks from column 0. */
class Writer {
  constructor(
    private readonly requests: number,
    private readonly vague: number | undefined,
    private rank = 1,
  ) {}

  value(shape: Shape, rank: number): string {
    this.rank = rank;
    switch (shape.kind) {
      case 'object':
        return this.object(shape, rank);
      case 'list':
        return shape.pieces.length > 0
          ? this.pieces(shape)
          : this.list(shape.item, shape.role === 'demandes' ? this.requests : 1, rank);
      case 'free':
        return 'null';
      default:
        return this.scalar(shape);
    }
  }

  private object(shape: ObjectShape, rank: number): string {
    const lines = shape.tags.map(({ name, shape: inner }) => {
      const unused = inner.role === (rank % 2 === 1 ? 'structure' : 'liberal');
      return `  ${JSON.stringify(name)}: ${indented(unused ? 'null' : this.value(inner, rank))}`;
    });
    return `{\n${lines.join(',\n')}\n}`;
  }

  private list(item: Shape, count: number, rank: number): string {
    if (item.kind === 'free') return '[]';
    const isRequests = item.role === 'demande';
    const items = Array.from({ length: count }, (_, i) => this.value(item, isRequests ? i + 1 : rank));
    return `[\n${items.map((text) => `  ${indented(text)}`).join(',\n')}\n]`;
  }

  /** One attachment of each type that is due. */
  private pieces({ item, pieces }: ListShape): string {
    const items = pieces.map(([type = ''], i) => {
      const name = `"piece-${String(this.rank).padStart(4, '0')}-${i + 1}.pdf"`;
      const text = this.value(item, this.rank);
      return i === 0 && pieces.length === 1 ? text : written(text, type, name);
    });
    return `[\n${items.map((text) => `  ${indented(text)}`).join(',\n')}\n]`;
  }

  private scalar(shape: ScalarShape): string {
    const sample = shape.role && this.sample(shape.role);
    if (sample !== undefined) return sample;
    if (shape.kind === 'boolean') return 'true';
    const listed = shape.values?.[0] ?? shape.examples[0];
    return listed === undefined ? 'null' : JSON.stringify(listed);
  }

  private sample(role: Role): string | undefined {
    const number = NUMBERS[role];
    if (number !== undefined) return JSON.stringify(numbered(number, this.rank));
    if (role === 'commande-pour' && this.rank % 2 === 0) return '"STRUCTURE"';
    const ofWave = SAMPLES_OF_WAVE[this.vague ?? 0]?.[role];
    return ofWave ?? SAMPLES[role]?.replace('{n}', String(this.rank).padStart(4, '0'));
  }
}

function written(piece: string, type: string, name: string): string {
  return piece
    .replace(/("typePiece": )"[^"]*"/, `$1"${type}"`)
    .replace(/("nomFichier": )"[^"]*"/, `$1${name}`);
}

/** Far from the number of the first request. */
const OTHERS = 5000;

/** The number of another rank, with the key that Luhn gives it. */
export function numbered(first: string, rank: number): string {
  if (rank === 1) return first;
  const start = `${first.slice(0, 2)}${String(OTHERS + rank).padStart(first.length - 3, '0')}`;
  const keys = Array.from({ length: 10 }, (_, key) => start + String(key));
  return keys.find(passesLuhn) ?? first;
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
