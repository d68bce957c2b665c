import assert from 'node:assert/strict';
import { folderWith, removeFolders, runCli } from '../support/cli';
import { validFileOf } from '../support/valid-files';

const NAME = 'mars.avance.json';
const RIGHT = validFileOf('MDV-LGC-Va2', 2);

describe('command line: attachments beside the files', () => {
  afterEach(removeFolders);

  const codesIn = async (files: Record<string, string>): Promise<[number, string[]]> => {
    const { code, out } = await runCli(['check', NAME], { folder: folderWith({ [NAME]: RIGHT, ...files }) });
    return [code, out.match(/piece-(?:introuvable|taille)/g) ?? []];
  };

  it('P02 one that is missing is a warning', async () => {
    assert.deepEqual(await codesIn({ 'bdc-0001.pdf': '%PDF' }), [0, ['piece-introuvable']]);
    assert.deepEqual(await codesIn({ 'bdc-0001.pdf': '%PDF', 'pieces/bdc-0002.pdf': '%PDF' }), [0, []]);
  });

  it('P02 none is known to be missing where no attachment is kept', async () => {
    assert.deepEqual(await codesIn({ 'notes.txt': 'x' }), [0, []]);
  });

  it('P01 one of more than 4 Mo is an error', async () => {
    const large = 'x'.repeat(5_000_000);
    assert.deepEqual(await codesIn({ 'bdc-0001.pdf': large, 'bdc-0002.pdf': '%PDF' }), [1, ['piece-taille']]);
  });
});
