import type { Session } from './session';

/** Keeps what manifests say to the files beside them up to date; `recheck` shows what follows from a change. */
export function followManifests(session: Session, recheck: () => void): void {
  const { documents, manifests } = session;
  const tell = (hasChanged: boolean): void => {
    if (hasChanged) recheck();
  };
  documents.onDidOpen(({ document }) => void manifests.follow(document.uri).then(tell));
  documents.onDidChangeContent(({ document }) => tell(manifests.setOpen(document.uri, document.getText())));
  documents.onDidClose(({ document }) => tell(manifests.setOpen(document.uri, undefined)));
}
