import assert from 'node:assert/strict';
import { checkFiles } from '../../server/src/cli/checks/check-files';
import { NOTHING_MORE } from '../../server/src/cli/report/reporter';
import { Session } from '../../server/src/cli/session';
import { readSource, type Source } from '../../server/src/cli/source';
import type { Terminal } from '../../server/src/cli/terminal';
import { Voice } from '../../server/src/cli/voice';
import { folderWith, removeFolders } from '../support/cli';
import { validFileOf } from '../support/valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 2);
const ALONE = validFileOf('HOP-DPI-Va2', 2).replace('"12/09/2025"', '"2025-09-12"');

/** Checks two files that double each other; the first is what these readings say, one after the other. */
async function checkedWith(
  ...readings: (() => Promise<Source>)[]
): Promise<{ codes: string[][]; said: string }> {
  const folder = folderWith({ 'a.avance.json': RIGHT, 'b.avance.json': RIGHT });
  let said = '';
  const unasked = (): Promise<never> => Promise.reject(new Error('nothing was to be asked'));
  const looks = { folder, width: undefined };
  const terminal: Terminal = {
    ...looks,
    out: () => {
      throw new Error('nothing was to be written');
    },
    err: (text) => (said += text),
    status: () => undefined,
    isScreen: false,
    colours: false,
    input: unasked,
    stopped: unasked,
  };
  const session = new Session(terminal, new Voice('fr'));
  const listed = await session.list({ names: ['a.avance.json', 'b.avance.json'], base: undefined }, 'check');
  const files = listed.files.map((file, rank) =>
    rank === 0 ? { ...file, content: () => (readings.shift() ?? file.content)() } : file,
  );
  const codes: string[][] = [];
  const eye = { looks, more: NOTHING_MORE, now: Date.UTC(2026, 2, 5) / 60_000 };
  for await (const { told } of checkFiles({ ...listed, files }, session, eye)) {
    codes.push(told.kind === 'format' ? [...new Set(told.findings.map(({ finding }) => finding.code))] : []);
  }
  return { codes, said };
}

/** A reading of another text. */
function saying(text: string): () => Promise<Source> {
  return () => readSource('x', `${folderWith({ x: text })}/x`);
}

describe('command line: a file that changes while others are read', () => {
  afterEach(removeFolders);

  it('is told as it is at last', async () => {
    const before = await checkedWith();
    assert.deepEqual(before.codes, [
      ['beneficiaire-en-double-ailleurs'],
      ['beneficiaire-en-double-ailleurs'],
    ]);
    const after = await checkedWith(saying(RIGHT), saying(ALONE), saying(ALONE));
    assert.ok(after.codes[0]?.includes('date-format'));
    assert.ok(!after.codes[0]?.includes('beneficiaire-en-double-ailleurs'));
    assert.deepEqual(after.codes[1], []);
  });

  it('is told when it cannot be read any more', async () => {
    const gone = (): Promise<Source> => readSource('a.avance.json', '/nulle-part/a.avance.json');
    const { codes, said } = await checkedWith(saying(RIGHT), gone, gone);
    assert.equal(codes.length, 1);
    assert.match(said, /a\.avance\.json : ce fichier n'existe pas/);
  });
});
