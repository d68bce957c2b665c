import type { Connection } from 'vscode-languageserver';
import { followClock } from './follow-clock';
import { followSettings } from './follow-settings';
import { refreshMarks } from './refresh-marks';
import { serveDiagnostics } from './serve-diagnostics';
import { serveFeatures } from './serve-features';
import { serveOurClient } from './serve-our-client';
import { serveModels } from './serve-models';
import { servePanels } from './serve-panels';
import { serveSettingsFaults } from './serve-settings-faults';
import { Session, type Host } from './session';

/** Serves one client over `connection`, in a process or in a worker. */
export function startServer(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  connection.onInitialize((params) => session.initialize(params));
  const recheckFindings = serveDiagnostics(session);
  const tellFaults = serveSettingsFaults(session);
  const recheck = (): void => {
    tellFaults();
    recheckFindings();
    refreshMarks(session);
    clock.set();
  };
  const clock = followClock(session.clock, host.alarm, recheck);
  connection.onShutdown(clock.end);
  followSettings(session, recheck);
  serveFeatures(session);
  serveOurClient(session, recheck);
  serveModels(session);
  servePanels(session);
  session.documents.listen(connection);
  connection.listen();
}
