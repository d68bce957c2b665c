import assert from 'node:assert/strict';
import { firstAnswer } from '../../client/src/first-answer';
import { walk, type Entry } from '../../client/src/walk';

const ACCEPTS = {
  file: (nom: string) => nom.endsWith('.avance.json'),
  folder: (nom: string) => !nom.startsWith('.'),
};
const file = (nom: string): Entry => ({ nom, genre: 'fichier' });
const folder = (nom: string): Entry => ({ nom, genre: 'dossier' });

describe('the files of requests of a file system without a search', () => {
  const walked = (tree: Readonly<Record<string, readonly Entry[]>>): ReturnType<typeof walk> =>
    walk((path) => {
      const entries = tree[path];
      return entries ? Promise.resolve(entries) : Promise.reject(new Error(`no ${path}`));
    }, ACCEPTS);

  it('are found in every folder, however many, but those left out', async () => {
    const names = Array.from({ length: 30 }, (_, rank) => `d${rank + 10}`);
    const tree = {
      '': [...names.map(folder), folder('.git'), file('z.avance.json'), file('autre.json')],
      ...Object.fromEntries(names.map((nom) => [nom, [folder('a')]])),
      ...Object.fromEntries(names.map((nom) => [`${nom}/a`, [file('x.avance.json')]])),
      '.git': [file('x.avance.json')],
    };
    assert.deepEqual(await walked(tree), [...names.map((nom) => `${nom}/a/x.avance.json`), 'z.avance.json']);
  });

  it('are not looked for behind links', async () => {
    const link: Entry = { nom: 'a', genre: 'autre' };
    assert.deepEqual(await walked({ '': [link, { ...link, nom: 'x.avance.json' }] }), []);
  });

  it('a folder that cannot be read counts as empty', async () => {
    assert.deepEqual(await walked({ '': [folder('ferme'), file('x.avance.json')] }), ['x.avance.json']);
  });

  it('are not known when the first folder cannot be read, nor when the folders have no end', async () => {
    assert.equal(await walked({}), undefined);
    let asked = 0;
    const endless = (): Promise<Entry[]> => {
      asked++;
      return Promise.resolve([folder('a'), folder('b')]);
    };
    assert.equal(await walk(endless, ACCEPTS), undefined);
    assert.ok(asked < 5001, `${asked}`);
  });
});

describe('a quick way and a sure one', () => {
  const answer = (text: string) => (): Promise<string> => Promise.resolve(text);
  const silence = (): Promise<string> => new Promise(() => undefined);
  const failure = (): Promise<string> => Promise.reject(new Error('failed'));

  it('the quick one alone is asked when it answers', async () => {
    let isAsked = false;
    const sure = (): Promise<string> => {
      isAsked = true;
      return Promise.resolve('sure');
    };
    assert.equal(await firstAnswer(answer('quick'), sure, 1000), 'quick');
    assert.equal(isAsked, false);
  });

  it('the sure one too when the quick one fails, or says nothing', async () => {
    assert.equal(await firstAnswer(failure, answer('sure'), 1000), 'sure');
    assert.equal(await firstAnswer(silence, answer('sure'), 1), 'sure');
  });

  it('a late quick one still counts when the sure one fails', async () => {
    const late = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve('quick'), 20));
    assert.equal(await firstAnswer(late, failure, 1), 'quick');
    await assert.rejects(firstAnswer(failure, failure, 1));
  });
});
