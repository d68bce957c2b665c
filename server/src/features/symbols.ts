import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { demandesKo } from '../analysis/ko';
import { beneficiaireOf, referenceOf } from '../dossier/beneficiaire';
import type { Demande } from '../dossier/dossier';
import { firstOf, textOf } from '../dossier/part';
import { remembered } from '../dossier/remembered';
import { translate, type Langue } from '../messages/catalogue';
import type { JsonNode, PropertyNode, Span } from '../syntax/nodes';
import { rangeOf, type CheckedDocument } from './document';

/** Far above any real file: an outline of more than that is of no use, and freezes its panel. */
const MOST_REQUESTS = 1000;
const MOST_SECTIONS = 20;
/** Longer names and values are cut: the panel shows one line. */
const LONGEST = 80;

const KINDS: Readonly<Record<JsonNode['kind'], SymbolKind>> = {
  object: SymbolKind.Object,
  array: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
  invalid: SymbolKind.Null,
  hole: SymbolKind.Struct,
};

/** The outline: what the file says of itself, and its requests with their sections. Not every key. */
export function symbolsOf({ document, analysis, langue }: CheckedDocument): DocumentSymbol[] {
  const { dossier, findings } = analysis;
  if (!dossier) return [];
  const ko = demandesKo(findings);
  const requests = dossier.demandes
    .slice(0, MOST_REQUESTS)
    .map((demande) => requestSymbol(document, demande, ko.has(demande.rang), langue));
  const { root } = dossier.enveloppe.fragment;
  const direct = root?.kind === 'object' ? root.properties.slice(0, MOST_SECTIONS) : [];
  const placed = new Set<DocumentSymbol>();
  const symbols = direct.map((property) => {
    const children = requestsIn(property.value, requests);
    for (const child of children) placed.add(child);
    return { ...sectionSymbol(document, sectionOf(property), 0), children };
  });
  return [...symbols, ...requests.filter((request) => !placed.has(request))];
}

function requestsIn(value: JsonNode | undefined, requests: readonly DocumentSymbol[]): DocumentSymbol[] {
  if (value?.kind !== 'array') return [];
  return value.items.flatMap((item) => (item.kind === 'hole' ? (requests[item.index] ?? []) : []));
}

/** "DPI-0001 · CHU de Limoges", and behind it "FINESS 870000064 · OK". */
function requestSymbol(
  document: TextDocument,
  demande: Demande,
  ko: boolean,
  langue: Langue,
): DocumentSymbol {
  const { start, end, rang } = demande;
  const { reference, nom, number, selected, sections } = outlineOf(demande);
  const title = reference ?? translate(langue, 'plan.sans-reference', { rang: rang + 1 });
  return {
    name: short([title, ...nom].join(' · ')),
    detail: short([...number, translate(langue, ko ? 'plan.ko' : 'plan.ok')].join(' · ')),
    kind: SymbolKind.Struct,
    ...ranges(document, { start, end }, moved(selected, start)),
    children: sections.map((section) => sectionSymbol(document, section, start)),
  };
}

/** A tag of the outline; places count from the beginning of its part. */
interface Section {
  readonly shown: Pick<DocumentSymbol, 'name' | 'detail' | 'kind'>;
  readonly whole: Span;
  readonly key: Span;
}

/** What the outline shows of a request, wherever it stands. */
const outlineOf = remembered((part) => {
  const { nom, numero, sorte } = beneficiaireOf(part);
  const { root } = part.fragment;
  const node = firstOf(part, 'reference-demande')?.node;
  const properties = root?.kind === 'object' ? root.properties : [];
  return {
    reference: referenceOf(part),
    nom: nom === undefined ? [] : [nom],
    number: numero === undefined ? [] : [`${sorte ?? ''} ${numero}`.trim()],
    // What is shown as selected: the reference, or the request's first bracket.
    selected: node ? { start: node.start, end: node.end } : { start: 0, end: 1 },
    sections: properties
      .filter(({ value }) => value?.kind === 'object' || value?.kind === 'array')
      .slice(0, MOST_SECTIONS)
      .map(sectionOf),
  };
});

function sectionOf({ key, value, start, end }: PropertyNode): Section {
  const detail = textOf(value);
  return {
    shown: {
      name: short(key.name),
      ...(detail === undefined ? {} : { detail: short(detail) }),
      kind: KINDS[value?.kind ?? 'null'],
    },
    whole: { start, end },
    key: { start: key.start, end: key.end },
  };
}

function sectionSymbol(document: TextDocument, { shown, whole, key }: Section, base: number): DocumentSymbol {
  return { ...shown, ...ranges(document, moved(whole, base), moved(key, base)) };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The selection is cut to the whole: an editor refuses an outline where it stands out. */
function ranges(
  document: TextDocument,
  whole: Span,
  selected: Span,
): Pick<DocumentSymbol, 'range' | 'selectionRange'> {
  const start = Math.min(Math.max(selected.start, whole.start), whole.end);
  const end = Math.max(start, Math.min(selected.end, whole.end));
  return { range: rangeOf(document, whole), selectionRange: rangeOf(document, { start, end }) };
}

/** One line, never empty: VS Code refuses a symbol without a name. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '–';
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
