import type { Arguments } from './arguments';
import type { Memos } from './checks/look';
import { FolderChanges } from './folder-changes';
import { CannotRun, cannotRun, EXIT, type ExitCode } from './outcome';
import { harmless } from './report/style';
import { Session } from './session';
import { watchedState, type WatchedState } from './watched-state';

type CheckOnce = (args: Arguments, session: Session, memos: Memos) => Promise<ExitCode>;

/** What a screen obeys: wipe everything, what scrolled away included, and begin at the top. */
const WIPE = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Checks, then again each time a file, a setting or the base changes, until the user stops it. The exit code is that of
 * the last check.
 */
export async function watch(args: Arguments, first: Session, checkOnce: CheckOnce): Promise<ExitCode> {
  refuseWhatCannotBeWatched(args);
  const { terminal, voice } = first;
  const changes = new FolderChanges();
  void terminal.stopped().then(() => {
    changes.close();
  });
  const memos: Memos = new Map();
  let state: WatchedState | undefined;
  let code: ExitCode = EXIT.clean;
  while (!changes.isClosed) {
    let present = await watchedState(args, terminal.folder);
    // What changed before we listened was not heard.
    if (changes.follow(present.folders)) present = await watchedState(args, terminal.folder);
    const changed = state && present.changedSince(state);
    if (changed?.length !== 0) {
      state = present;
      if (changed) announce(first, changed);
      // What could not be done in one round may be possible in the next.
      const session = new Session(terminal, voice);
      code = await round(() => checkOnce(args, session, memos), session);
      session.note(voice.say('cli.watch.attente'));
    }
    await changes.next();
  }
  return code;
}

async function round(checkOnce: () => Promise<ExitCode>, session: Session): Promise<ExitCode> {
  try {
    return await checkOnce();
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    session.complain(error);
    return EXIT.couldNotRun;
  }
}

/** A screen shows the present state and nothing else; a log keeps all of them, each under its heading. */
function announce({ terminal, voice }: Session, changed: readonly string[]): void {
  if (terminal.isScreen) terminal.out(WIPE);
  const fichiers = changed.map(harmless).join(', ');
  terminal.err(`${voice.say('cli.watch.modifie', { fichiers })}\n`);
}

function refuseWhatCannotBeWatched({ names, report }: Arguments): void {
  if (names.length === 0) throw cannotRun('cli.fichiers-absents', { commande: 'check' });
  if (names.includes('-')) throw cannotRun('cli.watch.stdin');
  if (report !== 'pretty' && report !== 'unix') throw cannotRun('cli.watch.format');
}
