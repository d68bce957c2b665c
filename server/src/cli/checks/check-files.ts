import { AmongGiven } from '../among-given';
import { CannotRun } from '../outcome';
import type { Listed, ListedFile, Session } from '../session';
import type { ToldFile, Unchecked } from '../told/told-file';
import { withOthers } from './among-others';
import { lookAt, type Eye, type Look } from './look';

/** A file, checked for itself and among the others. */
export interface CheckedFile<M> {
  readonly file: ListedFile;
  readonly told: ToldFile<M> | Unchecked;
  /** Every file of the folder around it was read. */
  readonly isWholeAround: boolean;
}

/** Looks at files, each once, in any order; gives what was seen in the order of the files. */
export type LookAtAll<M> = (files: readonly ListedFile[]) => Promise<readonly Look<M>[]>;

/**
 * Checks files: each is read once, and what is said of it is told when all were read, in their order. Those that cannot
 * be read are told by the session.
 */
export async function* checkFiles<M>(
  { files, folders }: Listed,
  session: Session,
  eye: Eye<M>,
  lookAtAll: LookAtAll<M> = (all) => lookAtEach(all, eye),
): AsyncGenerator<CheckedFile<M>> {
  const looks = await lookAtAll(files);
  const among = new AmongGiven(eye.now);
  const seen = files.flatMap((file, rank) => {
    const look = looks[rank];
    return look ? [{ file, look }] : [];
  });
  for (const { file, look } of seen) if (look.kind === 'verifie') among.take(file, look.summary);
  if (seen.every(({ look }) => look.kind !== 'illisible')) among.setWhole(folders);
  for (const { file, look } of seen) {
    const last = look.kind === 'verifie' ? await withOthers(file, look, among, eye) : look;
    if (last.kind === 'illisible') session.complain(new CannotRun(last.reason));
    else yield { file, told: last.told, isWholeAround: among.isWholeAround(file.absolute) };
  }
}

/** One after the other, in this thread. */
async function lookAtEach<M>(files: readonly ListedFile[], eye: Eye<M>): Promise<readonly Look<M>[]> {
  const looks: Look<M>[] = [];
  for (const file of files) {
    const look = await lookAt(file, eye);
    looks.push(files.length > 1 ? detached(look) : look);
  }
  return looks;
}

/** Plain data of its own: what is cut from a text keeps the whole of it, and so would each file. */
export function detached<M>(look: Look<M>): Look<M> {
  return structuredClone(look);
}
