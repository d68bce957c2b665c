import { AmongGiven } from '../among-given';
import { CannotRun } from '../outcome';
import type { Listed, Session } from '../session';
import type { ListedFile } from '../surroundings';
import type { ToldFile, Unchecked } from '../told/told-file';
import { withOthers } from './among-others';
import type { Helper } from './helper';
import type { Eye } from './look';
import { lookAtAll } from './look-at-all';
import { Progress } from './progress';

/** A file, checked for itself and among the others. */
export interface CheckedFile<M> {
  readonly file: ListedFile;
  readonly told: ToldFile<M> | Unchecked;
  /** Every file of the folder around it was read. */
  readonly isWholeAround: boolean;
}

/**
 * Checks files: each is read once, and what is said of it is told when all were read, in their order. Those that cannot
 * be read are told by the session.
 */
export async function* checkFiles<M>(
  { files, folders }: Listed,
  session: Session,
  eye: Eye<M>,
  helpers: readonly Helper<M>[] = [],
): AsyncGenerator<CheckedFile<M>> {
  const looks = await lookAtAll(files, eye, helpers, new Progress(files.length, session));
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
