import type { Message } from '../../messages/catalogue';
import type { JsonNode, ObjectNode } from '../../syntax/nodes';
import { parseJson } from '../../syntax/parse';
import type { Etape } from '../format';
import type { Guess } from './guess';
import { inferRoles, type Inferred } from './infer';
import { observe } from './observe';
import { placesOf, type Place } from './place';
import { haveForm } from './value-forms';

/** An official JSON: blank or filled, its name without folders. */
export interface ModelText {
  readonly name: string;
  readonly text: string;
}

/** What was understood of one model, given by one or several files. */
export interface Model extends Inferred {
  readonly kind: 'modele';
  readonly names: readonly string[];
  readonly places: readonly Place[];
  /** What the files say of themselves; undefined when they do not, or not with one voice. */
  readonly sons: string | undefined;
  readonly etape: Etape | undefined;
}

export interface RefusedModel {
  readonly kind: 'refus';
  /** The file that cannot serve as a model; undefined when no file was given. */
  readonly name: string | undefined;
  readonly message: Message;
}

/** Reads the texts of one model. Never throws. */
export function readModel(texts: readonly ModelText[]): Model | RefusedModel {
  const roots: ObjectNode[] = [];
  for (const { name, text } of texts) {
    const root = rootOf(text);
    if (root?.kind === 'object') roots.push(root);
    else return refused(name, root === undefined ? 'modele.refus.json' : 'modele.refus.racine');
  }
  if (roots.length === 0) return refused(undefined, 'modele.refus.aucun');
  if (roots.every(({ properties }) => properties.length === 0)) {
    return refused(texts[0]?.name, 'modele.refus.vide');
  }
  const places = placesOf(observe(roots));
  const inferred = inferRoles(places);
  const names = texts.map(({ name }) => name);
  return {
    kind: 'modele',
    names,
    places,
    ...inferred,
    sons: only(valuesOf('sons', inferred.guesses).filter((value) => haveForm([value], 'sons'))),
    etape:
      only(names.flatMap(etapeIn)) ?? only(valuesOf('type-demande', inferred.guesses).flatMap(etapeNamed)),
  };
}

function rootOf(text: string): JsonNode | undefined {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  return parseJson(text).root;
}

function refused(name: string | undefined, key: Message['key']): RefusedModel {
  return { kind: 'refus', name, message: { key, params: { fichier: name ?? '' } } };
}

function valuesOf(role: Guess['role'], guesses: readonly Guess[]): string[] {
  return guesses.filter((guess) => guess.role === role).flatMap(({ place }) => [...place.observed.strings]);
}

function etapeIn(name: string): Etape[] {
  const [, etape] = /\.(avance|solde)\.json$/i.exec(name) ?? [];
  return etapeNamed(etape ?? '');
}

function etapeNamed(text: string): Etape[] {
  const word = text.toLowerCase();
  return word === 'avance' || word === 'solde' ? [word] : [];
}

function only<T>(values: readonly T[]): T | undefined {
  const different = new Set(values);
  return different.size === 1 ? values[0] : undefined;
}
