import type { Place } from '../../dossier/neighbours';
import { fileNameOf } from '../../dossier/file-name';
import type { Message } from '../../messages/catalogue';
import { isAvance, samePlaces, soughtAt, type Navigated, type Sought } from './from-place';

/** Why a reference keeps its name. */
export interface Refusal {
  readonly kind: 'refus';
  readonly message: Message;
}

/** The places that change their name together. */
export interface Renaming {
  readonly kind: 'lieux';
  readonly places: readonly Place[];
}

/** The reference at an offset; undefined where nothing can be renamed. */
export function renamableAt(file: Navigated, offset: number): Sought | undefined {
  const sought = soughtAt(file, offset);
  return sought?.kind === 'reference' ? sought : undefined;
}

/** What to change so that the reference at an offset is called `name`: an avance and its soldes stay together. */
export function renaming(file: Navigated, offset: number, name: string): Renaming | Refusal {
  const sought = renamableAt(file, offset);
  if (!sought) return refused({ key: 'renommer.pas-ici', params: {} });
  if (name.trim() === '') return refused({ key: 'renommer.vide', params: {} });
  const [taken] = samePlaces(file, { ...sought, mention: { ...sought.mention, text: name } });
  if (taken && name !== sought.mention.text) {
    return refused({ key: 'renommer.pris', params: { reference: name, fichier: fileNameOf(taken.uri) } });
  }
  const places = samePlaces(file, sought);
  const avances = places.filter(isAvance);
  const isOne = avances.length <= 1;
  if (isOne) return { kind: 'lieux', places };
  const { text: reference, rank } = sought.mention;
  if (avances.length < places.length) {
    return refused({ key: 'renommer.ambigu', params: { reference, nombre: avances.length } });
  }
  // Nothing but avances of the same name: each is a request of its own.
  return { kind: 'lieux', places: places.filter(({ uri, mention }) => uri === file.uri && mention === rank) };
}

function refused(message: Message): Refusal {
  return { kind: 'refus', message };
}
