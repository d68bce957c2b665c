import { readFileSync } from 'node:fs';
import { validFileOf } from './valid-files';

const RIGHT = validFileOf('MDV-LGC-Va2', 3);
const HEAD = '{"typeDemande":"AVANCE","sons":"HOP-DPI-Va2","demandes":[';

/** What no one should have to open, and someone will. */
export interface BadInput {
  readonly title: string;
  readonly content: () => string | Buffer;
  /** The rule that tells it, alone; undefined where several findings are right. */
  readonly only?: string;
}

export const BAD_INPUTS: readonly BadInput[] = [
  { title: 'an empty file', content: () => '', only: 'json-syntaxe' },
  { title: 'a file of blanks', content: () => ' \n\n', only: 'json-syntaxe' },
  { title: 'a binary file', content: () => readFileSync('media/icon.png'), only: 'json-syntaxe' },
  { title: 'UTF-16', content: () => Buffer.from(`\uFEFF${RIGHT}`, 'utf16le'), only: 'json-syntaxe' },
  { title: '10,000 open brackets', content: () => '['.repeat(10_000), only: 'json-syntaxe' },
  { title: 'one line of 5 MB', content: () => 'x'.repeat(5e6), only: 'litteral-invalide' },
  { title: '20 MB of open brackets', content: () => '['.repeat(20e6), only: 'json-syntaxe' },
  { title: '20 MB of numbers', content: () => `[${'1,'.repeat(10e6)}1]`, only: 'json-syntaxe' },
  { title: '20 MB of commas', content: () => `${HEAD}${','.repeat(20e6)}]}`, only: 'json-syntaxe' },
  { title: '20 MB of tags', content: () => `{${'"a":1,'.repeat(3e6)}"b":1}`, only: 'json-syntaxe' },
  { title: '20 MB of right requests', content: () => validFileOf('MDV-LGC-Va2', 12_000) },
  { title: '20 MB of empty requests', content: () => `${HEAD}${'{},'.repeat(6e6)}{}]}` },
  {
    title: '5 MB of requests on one line, each with an error',
    content: () => validFileOf('MDV-LGC-Va2', 3000).replaceAll(/\n */g, '').replaceAll('true', 'vrai'),
  },
  { title: '100,000 errors', content: () => manyErrors() },
];

/** 17,000 requests that lack six tags each. */
export function manyErrors(): string {
  return `${HEAD}${Array.from({ length: 17_000 }, (_, i) => `{"referenceDemande":"${i}"}`).join(',')}]}`;
}
