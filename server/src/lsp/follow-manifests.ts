import type { Session } from './session';

/** Keeps what manifests say to the files beside them up to date; `recheck` shows what follows from a change. */
export function followManifests(session: Session, recheck: () => void): void {
  const { documents, manifests } = session;
  const tell = (hasChanged: boolean): void => {
    if (hasChanged) recheck();
  };
  documents.onDidOpen(({ document }) => void manifests.follow(document.uri).then(tell));
  documents.onDidChangeContent(({ document }) => {
    // Only of a manifest: the text of a large file is put together for nobody.
    if (manifests.concerns(document.uri)) tell(manifests.setOpen(document.uri, document.getText()));
  });
  documents.onDidClose(({ document }) => tell(manifests.setOpen(document.uri, undefined)));
}
