import assert from 'node:assert/strict';
import {
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  InlayHintRefreshRequest,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { Clock } from '../../server/src/lsp/clock';
import { followClock } from '../../server/src/lsp/follow-clock';
import { processAlarm } from '../../server/src/lsp/process-alarm';
import { presentMoment } from '../../server/src/lsp/present-moment';
import { A_REVOIR } from '../../server/src/lsp/protocol';
import { REGULATION } from '../../server/src/regulation/regulation';
import { FakeClock } from '../support/fake-clock';
import { momentOf } from '../support/fixture';
import { eventually, FULL_CLIENT, LspClient } from '../support/lsp-client';
import { validFileOf } from '../support/valid-files';

describe('the clock that the server follows', () => {
  const turns = (clock: FakeClock): { readonly at: number[]; readonly end: () => void } => {
    const at: number[] = [];
    const follower = followClock(new Clock(clock.now, () => [REGULATION]), clock.alarm, () => {
      at.push(clock.now());
    });
    follower.set();
    return { at, end: follower.end };
  };

  it('turns at midnight in Paris and at the hour of a closing, and then only', () => {
    const clock = new FakeClock('2022-11-29T22:00');
    const { at } = turns(clock);
    clock.goTo('2022-12-01T01:00');
    assert.deepEqual(at, ['2022-11-30T00:00', '2022-11-30T14:00', '2022-12-01T00:00'].map(momentOf));
  });

  it('has one alarm at a time, never far away and never many', () => {
    const clock = new FakeClock('2026-11-22T16:00');
    turns(clock);
    const [first] = clock.alarms;
    assert.ok(first !== undefined && first > clock.now() && first - clock.now() <= 10);
    clock.goTo('2026-11-22T20:00');
    assert.equal(clock.alarms.length, 1);
    assert.ok(clock.set <= 25, `${clock.set} alarms in four hours`);
  });

  it('catches up soon after the computer slept through the night', () => {
    const clock = new FakeClock('2026-11-22T16:00');
    const { at } = turns(clock);
    clock.wakeAt('2026-11-24T08:00');
    clock.goTo('2026-11-24T08:10');
    assert.equal(at.length, 1);
  });

  it('sets no alarm any more once ended', () => {
    const clock = new FakeClock('2026-11-22T16:00');
    turns(clock).end();
    assert.deepEqual(clock.alarms, []);
  });

  it("an alarm of node's does not keep the process alive, and rings", async () => {
    const waiting = (): number =>
      process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const before = waiting();
    processAlarm(presentMoment() + 10, () => assert.fail('in ten minutes'))();
    const callOff = processAlarm(presentMoment() + 10, () => assert.fail('in ten minutes'));
    assert.equal(waiting(), before);
    callOff();
    let rung = false;
    processAlarm(presentMoment(), () => (rung = true));
    assert.ok(await eventually('ring', () => rung || undefined));
  });
});

describe('an editor left open', () => {
  const FOLDER = 'file:///depot';
  const URI = `${FOLDER}/mars.avance.json`;
  const TOMORROW = validFileOf('MDV-LGC-Va2').replace('"12/09/2025"', '"23/11/2026"');
  let clock: FakeClock;
  let client: LspClient;
  let regulationJson: string | undefined;
  const seen = { hints: 0, lenses: 0, panels: 0 };

  const start = async (now: string, capabilities = FULL_CLIENT): Promise<void> => {
    clock = new FakeClock(now);
    regulationJson = undefined;
    const { alarm, now: moment } = clock;
    const readFile = (uri: string): Promise<string | undefined> =>
      Promise.resolve(uri.endsWith('regulation.json') ? regulationJson : undefined);
    client = LspClient.inProcess({ alarm, now: moment, readFile });
    Object.assign(seen, { hints: 0, lenses: 0, panels: 0 });
    client.connection.onRequest(InlayHintRefreshRequest.type, () => {
      seen.hints++;
    });
    client.connection.onRequest(CodeLensRefreshRequest.type, () => {
      seen.lenses++;
    });
    client.connection.onNotification(A_REVOIR, () => {
      seen.panels++;
    });
    await client.initialize({
      capabilities: {
        ...capabilities,
        workspace: {
          ...capabilities.workspace,
          inlayHint: { refreshSupport: true },
          codeLens: { refreshSupport: true },
        },
      },
      initializationOptions: { clientSegur: true },
      workspaceFolders: [{ uri: FOLDER, name: 'depot' }],
    });
    await eventually('start', () => (seen.panels > 0 && seen.lenses > 0 && seen.hints > 0) || undefined);
  };
  afterEach(() => client.dispose());

  const codes = async (): Promise<unknown[]> => (await client.diagnostics(URI)).map(({ code }) => code);

  it('D07 past midnight is told to ask again, for findings, marks and panels; a date to come is one no more', async () => {
    await start('2026-11-22T23:00');
    await client.open(URI, TOMORROW);
    assert.deepEqual(await codes(), ['date-improbable']);
    const before = { ...seen, refreshes: client.refreshes };
    clock.goTo('2026-11-23T00:00');
    await eventually('refreshes', () =>
      client.refreshes > before.refreshes &&
      seen.hints > before.hints &&
      seen.lenses > before.lenses &&
      seen.panels > before.panels
        ? true
        : undefined,
    );
    assert.deepEqual(await codes(), []);
  });

  it('D01 sees a desk close at its hour', async () => {
    await start('2022-11-30T13:50');
    await client.open(URI, validFileOf('MDV-LGC-Va1'));
    assert.deepEqual(await codes(), []);
    const before = client.refreshes;
    clock.goTo('2022-11-30T13:59');
    assert.deepEqual(await codes(), []);
    assert.equal(client.refreshes, before);
    clock.goTo('2022-11-30T14:00');
    await eventually('refresh', () => client.refreshes > before || undefined);
    assert.deepEqual(await codes(), ['guichet-ferme']);
  });

  it('D07 a request after the computer slept is answered of today, and no answer of yesterday counts as unchanged', async () => {
    await start('2026-11-22T23:00');
    await client.open(URI, TOMORROW);
    const yesterday = await client.pull(URI);
    clock.wakeAt('2026-11-23T08:00');
    const today = await client.pull(URI, yesterday.resultId);
    assert.equal(today.kind, 'full');
    assert.deepEqual(today.kind === 'full' && today.items, []);
  });

  it('D07 where the server pushes, it pushes again', async () => {
    const { diagnostic: _, ...textDocument } = { diagnostic: {}, ...FULL_CLIENT.textDocument };
    await start('2026-11-22T23:00', { ...FULL_CLIENT, textDocument });
    await client.open(URI, TOMORROW);
    const last = (): unknown[] | undefined =>
      client.published.findLast(({ uri }) => uri === URI)?.diagnostics.map(({ code }) => code);
    await eventually('finding', () => (last()?.includes('date-improbable') ? true : undefined));
    clock.goTo('2026-11-23T00:00');
    await eventually('nothing left', () => (last()?.length === 0 ? true : undefined));
  });

  it("D03 follows an hour of the workspace's own dates as soon as they are written", async () => {
    await start('2026-11-22T09:00');
    regulationJson = JSON.stringify({
      echeances: [
        { id: 'MDV-LGC-Va2.avance-fin', value: '2026-11-22T09:03', source: ['Arrêté'], status: 'confirmé' },
      ],
    });
    const before = seen.panels;
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
    await eventually('read', () => seen.panels > before || undefined);
    const { panels } = seen;
    clock.goTo('2026-11-22T09:03');
    await eventually('turn', () => seen.panels > panels || undefined);
  });

  it('sets no alarm any more once it is shut down', async () => {
    await start('2026-11-22T09:00');
    assert.equal(clock.alarms.length, 1);
    await client.connection.sendRequest(ShutdownRequest.type);
    assert.deepEqual(clock.alarms, []);
  });
});
