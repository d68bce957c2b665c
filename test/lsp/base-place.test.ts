import assert from 'node:assert/strict';
import { uriOfPath } from '../../server/src/lsp/bases/place';

const FOLDER = 'file:///d%C3%A9p%C3%B4t/lots';

describe('where a base lies', () => {
  for (const [path, folder, uri] of [
    ['base.xlsx', FOLDER, `${FOLDER}/base.xlsx`],
    ['communs/base n°2.csv', FOLDER, `${FOLDER}/communs/base%20n%C2%B02.csv`],
    ['..\\base #1?.csv', FOLDER, 'file:///d%C3%A9p%C3%B4t/base%20%231%3F.csv'],
    ['/srv/base.csv', FOLDER, 'file:///srv/base.csv'],
    ['C:\\Données\\base.xlsx', FOLDER, 'file:///C:/Donn%C3%A9es/base.xlsx'],
    ['\\\\serveur\\partage\\base.xlsx', FOLDER, 'file://serveur/partage/base.xlsx'],
    ['base.csv', 'vscode-vfs://github/a/b', 'vscode-vfs://github/a/b/base.csv'],
    ['vscode-vfs://github/a/c/base.csv', FOLDER, 'vscode-vfs://github/a/c/base.csv'],
    ['/srv/base.csv', undefined, 'file:///srv/base.csv'],
    ['base.csv', undefined, undefined],
  ] as const) {
    it(`${path} from ${folder ?? 'nowhere'}`, () => {
      assert.equal(uriOfPath(path, folder), uri);
    });
  }
});
