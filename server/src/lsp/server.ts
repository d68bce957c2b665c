import type { Connection } from 'vscode-languageserver';
import { followBases } from './bases/follow-bases';
import { serveBases } from './bases/serve-bases';
import { serveExceptions } from './exceptions';
import { followClock } from './follow-clock';
import { followManifests } from './follow-manifests';
import { followSettings } from './follow-settings';
import { refreshMarks } from './refresh-marks';
import { serveDiagnostics } from './serve-diagnostics';
import { serveCandidature } from './serve-candidature';
import { serveFeatures } from './serve-features';
import { serveOurClient } from './serve-our-client';
import { serveComparaison } from './serve-comparaison';
import { serveDecoupe } from './serve-decoupe';
import { serveModels } from './serve-models';
import { servePanels } from './serve-panels';
import { serveNavigation } from './serve-navigation';
import { serveZip } from './serve-zip';
import { serveSettingsFaults } from './serve-settings-faults';
import { Session, type Host } from './session';
import { serveWorkspace } from './workspace/serve-workspace';
import { serveWorkspaceDiagnostics } from './workspace/serve-workspace-diagnostics';

/** Serves one client over `connection`, in a process or in a worker. */
export function startServer(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  connection.onInitialize((params) => session.initialize(params));
  const recheckFindings = serveDiagnostics(session);
  const workspace = serveWorkspace(session);
  const tellFaults = serveSettingsFaults(session);
  const tellOthers = (): void => {
    refreshMarks(session);
    tellFaults();
    workspace.restart();
    clock.set();
  };
  const recheck = (): void => {
    recheckFindings();
    tellOthers();
  };
  /** What was found stands: a client that asks again is told that nothing changed. */
  const begin = (): void => {
    const { pullDiagnostics, refreshDiagnostics } = session.client;
    if (pullDiagnostics && refreshDiagnostics) void connection.languages.diagnostics.refresh();
    tellOthers();
  };
  const clock = followClock(session.clock, host.alarm, recheck);
  connection.onShutdown(clock.end);
  session.basesChanged = recheck;
  session.besideChanged = workspace.besideChanged;
  followSettings(session, {
    begin,
    recheck,
    readBases: followBases(session),
    filesChanged: workspace.changed,
  });
  followManifests(session, recheck);
  serveWorkspaceDiagnostics(session);
  serveNavigation(session);
  serveFeatures(session);
  serveOurClient(session, recheck);
  serveCandidature(session);
  serveDecoupe(session);
  serveZip(session);
  serveComparaison(session);
  serveModels(session);
  serveExceptions(session);
  servePanels(session);
  serveBases(session);
  session.documents.listen(connection);
  connection.listen();
}
