import type { Session } from '../session';

/** Milliseconds: a shorter run shows nothing, and a longer one no more often. */
const PAUSE = 300;

/** How far a long run has come, on a line of the screen that is wiped at its end. `clock` tells milliseconds. */
export class Progress {
  private done = 0;
  private isShown = false;
  private last: number;

  constructor(
    private readonly total: number,
    private readonly session: Session,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.last = clock();
  }

  /** One more is done. */
  step(): void {
    this.done++;
    const now = this.clock();
    if (now - this.last < PAUSE) return;
    const { terminal, voice } = this.session;
    const [fait, total] = [voice.number(this.done), voice.number(this.total)];
    terminal.status(voice.say('cli.avancement', { fait, total }));
    this.last = now;
    this.isShown = true;
  }

  end(): void {
    if (this.isShown) this.session.terminal.status('');
  }
}
