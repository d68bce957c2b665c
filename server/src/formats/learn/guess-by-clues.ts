import type { Clue } from './clue';
import { CLUES, TELLING_FORMS } from './clues';
import type { Guess, Reason } from './guess';
import { kindsOf } from './observe';
import { around, type Place } from './place';
import { haveForm, type ValueForm } from './value-forms';
import { holdsWord } from './words-of-name';

/** What the words of the name are worth, and what the rest adds or takes away. */
const SCORE = { name: 0.6, secondWord: 0.1, near: 0.15, form: 0.2, otherForm: -0.25, onlyForm: 0.45 };

/** Every role that the place's name and values speak for, one guess a role at most. */
export function guessesOf(place: Place): Guess[] {
  if (kindsOf(place.observed).length > 1) return [];
  const guesses = new Map<string, Guess>();
  for (const clue of CLUES) {
    const guess = guessBy(clue, place);
    const known = guesses.get(clue.role)?.score ?? 0;
    if (guess && guess.score > known) guesses.set(clue.role, guess);
  }
  if (guesses.size > 0) return [...guesses.values()];
  return TELLING_FORMS.filter(([form]) => formOf(place, form) === true).map(([form, role]) => ({
    place,
    role,
    score: SCORE.onlyForm,
    reasons: [formReason(form, true)],
  }));
}

function guessBy(clue: Clue, place: Place): Guess | undefined {
  if (place.kind !== undefined && !clue.kinds.includes(place.kind)) return undefined;
  // `null` alone is no list: ours, and the deck's, are `[]`.
  if (place.kind === undefined && clue.kinds.includes('list')) return undefined;
  if (isAbout(place, clue.not)) return undefined;
  if ([...around(place)].some((outer) => isAbout(outer, clue.notAround))) return undefined;
  const words = clue.name.map((group) => holdsWord(place.name, place.words, group));
  const near = (clue.context ?? []).map((group) => nearest(place, group));
  const form = clue.form === undefined ? undefined : formOf(place, clue.form);
  if ([...words, ...near].includes(undefined) || (clue.formDue && form !== true)) return undefined;
  const told = near.filter((found) => found !== undefined);
  return {
    place,
    role: clue.role,
    score: scoreOf(words.length, told, form),
    reasons: [
      { key: 'modele.raison.nom', params: { mots: words.filter((word) => word !== undefined).join(', ') } },
      ...told
        .filter(({ distance }) => distance > 0)
        .map(({ name }): Reason => ({ key: 'modele.raison.autour', params: { balise: name } })),
      ...(clue.form === undefined || form === undefined ? [] : [formReason(clue.form, form)]),
    ],
  };
}

interface Near {
  readonly name: string;
  /** 0 in the tag's own name. */
  readonly distance: number;
}

function scoreOf(words: number, near: readonly Near[], form: boolean | undefined): number {
  const context = near.reduce((sum, { distance }) => sum + SCORE.near / (1 + distance), 0);
  const values = form === undefined ? 0 : form ? SCORE.form : SCORE.otherForm;
  const score = SCORE.name + (words > 1 ? SCORE.secondWord : 0) + context + values;
  return Math.min(1, Math.max(0, score));
}

function nearest(place: Place, group: readonly string[]): Near | undefined {
  let distance = 0;
  for (const { name, words } of [place, ...around(place)]) {
    if (holdsWord(name, words, group) !== undefined) return { name, distance };
    distance++;
  }
  return undefined;
}

function isAbout({ name, words }: Place, group: readonly string[] = []): boolean {
  return holdsWord(name, words, group) !== undefined;
}

function formOf({ observed }: Place, form: ValueForm): boolean | undefined {
  return haveForm([...observed.strings, ...observed.numbers], form);
}

function formReason(form: ValueForm, has: boolean): Reason {
  return { key: has ? `modele.forme.${form}` : 'modele.raison.autre-forme', params: {} };
}
