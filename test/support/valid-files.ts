import { FormatRegistry } from '../../server/src/formats/registry';
import type { Format } from '../../server/src/formats/format';
import type { Role } from '../../server/src/formats/roles';
import { vagueOf } from '../../server/src/regulation/sons';
import type { ObjectShape, ScalarShape, Shape } from '../../server/src/formats/shape';

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
  'finess-pmsi': '"870000064"',
  'finess-geo': '"870000064"',
  siren: '"268708518"',
  rpps: '"10000001239"',
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
};

/** A day on which the orders of wave 1 could be signed; that of the samples is one of wave 2. */
const ORDER_OF_WAVE_1 = '"15/03/2022"';

/** Formats of one SONS each. */
export const NAMED_FORMATS: readonly Format[] = new FormatRegistry().named.filter(
  ({ sons }) => sons !== undefined,
);

/** A file of `requests` requests with which no rule finds any fault; of town doctors, every other one is a structure. */
export function validFile(format: Format, requests = 1): string {
  return new Writer(requests, vagueOf(format.sons ?? '')).value(format.root, 1);
}

export function validFileOf(sons: string, requests = 1): string {
  const format = NAMED_FORMATS.find((candidate) => candidate.sons === sons);
  if (!format) throw new Error(`no format of SONS ${sons}`);
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
        return this.list(shape.item, shape.role === 'demandes' ? this.requests : 1, rank);
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

  private scalar(shape: ScalarShape): string {
    if (shape.role === 'date-signature' && this.vague === 1) return ORDER_OF_WAVE_1;
    if (shape.role === 'commande-pour' && this.rank % 2 === 0) return '"STRUCTURE"';
    const sample = shape.role && SAMPLES[shape.role]?.replace('{n}', String(this.rank).padStart(4, '0'));
    if (sample !== undefined) return sample;
    if (shape.kind === 'boolean') return 'true';
    const listed = shape.values?.[0] ?? shape.examples[0];
    return listed === undefined ? 'null' : JSON.stringify(listed);
  }
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
