import type { Connection } from 'vscode-languageserver';
import { translate, type Langue } from '../../messages/catalogue';
import type { Avancement } from '../../registry/table/steps';

/** A reading that ends sooner is not shown: nothing flashes at each start. In milliseconds. */
const PATIENCE = 500;
/** What of the whole is behind when a step begins, and how much it is. */
const SHARES: Readonly<Record<Avancement['etape'], readonly [before: number, share: number]>> = {
  lecture: [0, 40],
  etablissements: [40, 40],
  index: [80, 20],
};

/** How far a step of a reading is of the whole, in percent. */
export function percentOf({ etape, part }: Avancement): number {
  const [before, share] = SHARES[etape];
  return Math.round(before + share * Math.min(1, Math.max(0, part)));
}

/** Shows a reading of some length where the client can, with a button that calls `cancel`; tells when it begins to. */
export function showProgress(
  connection: Pick<Connection, 'window'>,
  langue: Langue,
  { cancel, begins }: { readonly cancel: () => void; readonly begins: () => void },
  patience = PATIENCE,
): { readonly tell: (where: Avancement) => void; readonly end: () => void } {
  const begun = performance.now();
  let isOver = false;
  let shown: Promise<Shown> | undefined;
  const show = async (): Promise<Shown> => {
    begins();
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(translate(langue, 'base.lecture'), 0, undefined, true);
    progress.token.onCancellationRequested(cancel);
    return progress;
  };
  return {
    tell: (where) => {
      if (performance.now() - begun < patience) return;
      shown ??= show();
      void shown.then((progress) => {
        if (!isOver) progress.report(percentOf(where));
      });
    },
    end: () => {
      isOver = true;
      void shown?.then((progress) => progress.done());
    },
  };
}

type Shown = Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>>;
