import type { Format } from '../../formats/format';
import type { Role } from '../../formats/roles';
import { emptySkeleton } from '../../formats/skeleton';
import type { ListShape, ObjectShape, ScalarShape, Shape, Tag } from '../../formats/shape';
import type { JsonNode } from '../../syntax/nodes';
import { referenceOf } from '../beneficiaire';
import type { Demande, Dossier } from '../dossier';
import { contexteOf, montantsOf, type Donnees } from '../montants';
import { mostRequests } from '../most-requests';
import type { Morceau } from './morceau';
import { NO_PAYMENTS, paymentsFor, type Payments } from './payments';
import { Source } from './source';

/** Amounts of the invoice, which repeats the order exactly. */
const INVOICED: ReadonlyMap<Role | undefined, Role> = new Map([
  ['facture-ht', 'montant-ht'],
  ['facture-taux-tva', 'taux-tva'],
  ['facture-ttc', 'montant-ttc'],
]);

/**
 * The files of soldes that follow from an avance, in the model `format`: all that is known is written, numbers with the
 * user's own digits, and the rest is left to them. `kept` are the requests to take over; a file holds as many of them as
 * its model allows.
 */
export function soldesFromAvance(
  dossier: Dossier,
  kept: readonly Demande[],
  format: Format,
  donnees: Donnees,
): readonly (readonly Morceau[])[] {
  const contexte = contexteOf(dossier, donnees);
  const most = mostRequests(format);
  const files: (readonly Morceau[])[] = [];
  for (let from = 0; from < kept.length; from += most) {
    const requests = kept.slice(from, from + most).map(({ part }) => {
      const payments = paymentsFor(montantsOf(part, contexte), contexte);
      const writer = new Writer(new Source(part), payments, referenceOf(part) ?? '', []);
      return writer.value(format.request, '', part.fragment.root, '    ');
    });
    const enveloppe = new Writer(new Source(dossier.enveloppe), NO_PAYMENTS, '', requests);
    files.push([...enveloppe.value(format.root, '', dossier.enveloppe.fragment.root, ''), '\n']);
  }
  return files;
}

/** Writes one part of the new file; lines are indented by two blanks from `indent`. */
class Writer {
  constructor(
    private readonly source: Source,
    private readonly payments: Payments,
    private readonly reference: string,
    private readonly requests: readonly Morceau[][],
  ) {}

  value(shape: Shape, name: string, node: JsonNode | undefined, indent: string): Morceau[] {
    switch (shape.kind) {
      case 'object':
        return this.object(shape, node, indent);
      case 'list':
        return this.list(shape, node, indent);
      case 'free':
        return [node && node.kind !== 'invalid' ? this.source.raw(node) : 'null'];
      default:
        return [this.scalar(shape, name, node, undefined)];
    }
  }

  private object(shape: ObjectShape, node: JsonNode | undefined, indent: string): Morceau[] {
    if (shape.nullable && node?.kind !== 'object') return ['null'];
    const lines = shape.tags.map((tag) => this.tag(tag, node, `${indent}  `));
    return block('{', lines, '}', indent);
  }

  private tag(tag: Tag, block: JsonNode | undefined, indent: string): Morceau[] {
    const value = this.value(tag.shape, tag.name, this.source.child(block, tag), indent);
    return [`${JSON.stringify(tag.name)}: `, ...value];
  }

  private list(shape: ListShape, node: JsonNode | undefined, indent: string): Morceau[] {
    if (shape.role === 'demandes') return block('[', this.requests, ']', indent);
    if (shape.pieces.length > 0) return this.pieces(shape, indent);
    const items = node?.kind === 'array' ? node.items : [];
    return block(
      '[',
      items.map((item) => this.value(shape.item, '', item, `${indent}  `)),
      ']',
      indent,
    );
  }

  /** One attachment of each type that is due: those of the avance went with the avance. */
  private pieces({ item, pieces }: ListShape, indent: string): Morceau[] {
    if (item.kind !== 'object') return ['[]'];
    const inner = `${indent}  `;
    const blocks = pieces.map((types) => {
      const lines = item.tags.map(({ name, shape }): Morceau[] => [
        `${JSON.stringify(name)}: `,
        ...this.pieceValue(shape, name, types, `${inner}  `),
      ]);
      return block('{', lines, '}', inner);
    });
    return block('[', blocks, ']', indent);
  }

  private pieceValue(shape: Shape, name: string, types: readonly string[], indent: string): Morceau[] {
    if (shape.role === 'type-piece') {
      const textes = types.map((type) => JSON.stringify(type));
      return textes.length === 1 ? textes : [{ kind: 'propose', textes }];
    }
    const isScalar = shape.kind !== 'object' && shape.kind !== 'list' && shape.kind !== 'free';
    return isScalar
      ? [this.scalar(shape, name, undefined, types[0])]
      : this.value(shape, name, undefined, indent);
  }

  private scalar(
    shape: ScalarShape,
    name: string,
    node: JsonNode | undefined,
    piece: string | undefined,
  ): Morceau {
    if (shape.values?.length === 1) return emptySkeleton({ ...shape, nullable: false });
    const textes = this.proposed(shape.role);
    if (textes.length > 0) return { kind: 'propose', textes };
    if (node && (node.kind === shape.kind || node.kind === 'null')) return this.source.raw(node);
    return { kind: 'inconnu', shape, name, reference: this.reference, piece };
  }

  private proposed(role: Role | undefined): readonly string[] {
    if (role === 'avance-percue') return this.payments.avances;
    if (role === 'montant-solde') return this.payments.soldes;
    const ordered = INVOICED.get(role);
    const number = ordered && this.source.number(ordered);
    return number === undefined ? [] : [number];
  }
}

function block(open: string, lines: readonly Morceau[][], close: string, indent: string): Morceau[] {
  if (lines.length === 0) return [open + close];
  const inside = lines.flatMap((line, rank) => [`${rank === 0 ? '' : ','}\n${indent}  `, ...line]);
  return [open, ...inside, `\n${indent}${close}`];
}
