import type { CancellationToken } from 'vscode-languageserver';
import { baseProposal } from '../../features/base/proposal';
import { baseReport } from '../../features/base/report';
import { proposeMapping } from '../../registry/mapping/propose';
import { readTable } from '../../registry/table/read-table';
import { fileNameOf } from '../../dossier/file-name';
import {
  ESSAYER_BASE,
  PROPOSER_BASE,
  type EssaiDeBase,
  type FichierDeBase,
  type PropositionDeBase,
} from '../protocol';
import type { Session } from '../session';
import { bytesOf, readBaseFile, stampOf, versionOf } from './base-file';
import { inPieces, type Listener } from './in-pieces';

/** What the command that loads a base asks: null for what the user has cancelled. */
export function serveBases(session: Session): void {
  const { connection, host, keptIndexes } = session;

  connection.onRequest(
    PROPOSER_BASE,
    async (file: FichierDeBase, token: CancellationToken): Promise<PropositionDeBase | null> => {
      const read = await bytesOf(file, host);
      const { langue } = session.settings;
      if (read.etat === 'refus') return baseProposal(read, langue);
      const steps = readTable(read.octets, fileNameOf(file.uri), { feuille: file.feuille });
      const table = await inPieces(steps, untilCancelled(token));
      if (!table) return null;
      return baseProposal(table.etat === 'refus' ? table : proposeMapping(table), langue);
    },
  );
  connection.onRequest(
    ESSAYER_BASE,
    async (file: FichierDeBase, token: CancellationToken): Promise<EssaiDeBase | null> => {
      const stamp = await stampOf(file, host);
      const read = await readBaseFile(file, host, untilCancelled(token));
      if (!read) return null;
      if (read.etat === 'lue') keptIndexes.lend(versionOf(file, stamp), read.base);
      return baseReport(read, session.settings.langue);
    },
  );
}

/** The client shows that it waits, and where to stop it. */
function untilCancelled(token: CancellationToken): Listener {
  return { tell: () => undefined, isWanted: () => !token.isCancellationRequested };
}
