/**
 * The tolerant JSON tree. Every offset counts UTF-16 units from the start of the *fragment* that the node
 * belongs to, so that a request that moves in its file keeps its tree and its findings.
 */

/** A half-open stretch of text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface NodeBase extends Span {
  /** The property or the list that holds this value; absent at the root. */
  parent?: PropertyNode | ArrayNode;
}

export interface ObjectNode extends NodeBase {
  readonly kind: 'object';
  readonly properties: readonly PropertyNode[];
  /** False when the text ended, or another bracket came, before `}`. */
  readonly closed: boolean;
}

export interface ArrayNode extends NodeBase {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly closed: boolean;
}

export interface StringNode extends NodeBase {
  readonly kind: 'string';
  readonly value: string;
}

export interface NumberNode extends NodeBase {
  readonly kind: 'number';
  /** As written: money is read from here, never from a double. */
  readonly raw: string;
}

export interface BooleanNode extends NodeBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullNode extends NodeBase {
  readonly kind: 'null';
}

/** A word that is no JSON value (`Null`, `vrai`, `300,00`, `'texte'`): kept, so that nothing after it is lost. */
export interface InvalidNode extends NodeBase {
  readonly kind: 'invalid';
  readonly raw: string;
}

/** The place of a request, which is parsed as a fragment of its own. */
export interface HoleNode extends NodeBase {
  readonly kind: 'hole';
  /** Rank of the request in the document. */
  readonly index: number;
  /** False when its last bracket is missing. */
  readonly closed: boolean;
  /** Where it ends depends on nothing behind this offset. */
  readonly reach: number;
}

export interface PropertyNode extends Span {
  readonly kind: 'property';
  readonly key: KeyNode;
  /** Absent after `"cle":` with nothing behind, or `"cle"` alone. */
  readonly value: JsonNode | undefined;
  parent?: ObjectNode;
}

export interface KeyNode extends Span {
  readonly name: string;
  /** False for `sons:` or `“sons”:`. */
  readonly quoted: boolean;
}

export type JsonNode =
  ObjectNode | ArrayNode | StringNode | NumberNode | BooleanNode | NullNode | InvalidNode | HoleNode;

/** What the parser met and mended in order to go on. */
export type SyntaxProblemKind =
  | 'fichier-vide'
  | 'fichier-binaire'
  | 'contenu-apres-fin'
  | 'accolade-manquante'
  | 'crochet-manquant'
  | 'fermeture-inattendue'
  | 'virgule-manquante'
  | 'virgule-en-trop'
  | 'deux-points-manquant'
  | 'deux-points-inattendu'
  | 'valeur-manquante'
  | 'cle-attendue'
  | 'cle-sans-guillemets'
  | 'guillemet-manquant'
  | 'echappement-invalide'
  | 'caractere-interdit'
  | 'commentaire'
  | 'imbrication'
  | 'demesure';

/** The span is what to look at (a key, a bracket), never empty unless the text is. */
export interface SyntaxProblem extends Span {
  readonly kind: SyntaxProblemKind;
  /** Where the missing sign goes; absent when something stands in its place, or when nothing is missing. */
  readonly at?: number;
}

/** A text and its tree. `root` is absent when the text holds no value at all. */
export interface Fragment {
  readonly text: string;
  readonly root: JsonNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** Values, tags and problems met: what it costs to keep. */
  readonly size: number;
}
