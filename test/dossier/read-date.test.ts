import assert from 'node:assert/strict';
import { formatJour } from '../../server/src/regulation/calendar-date';
import { readDate } from '../../server/src/dossier/read-date';

const shown = (text: string): string => {
  const read = readDate(text);
  return read ? `${formatJour(read.date)} ${read.sure ? 'sure' : 'guess'}` : 'none';
};

describe('dates as people write them', () => {
  for (const [text, expected] of [
    ['2025-09-12', '12/09/2025 sure'],
    ['2025/9/2', '02/09/2025 sure'],
    ['2025-09-12T10:00:00+02:00', '12/09/2025 guess'],
    ['12-09-2025', '12/09/2025 sure'],
    ['1.2.2025', '01/02/2025 sure'],
    ['31/1/2025', '31/01/2025 sure'],
    ['1/31/2025', '31/01/2025 guess'],
    ['9/5/2025', '09/05/2025 guess'],
    ['5/5/2025', '05/05/2025 sure'],
    ['12/09/25', '12/09/2025 guess'],
    [' 12/09/2025\u00a0', '12/09/2025 sure'],
    ['12 SEPTEMBRE 2025', '12/09/2025 sure'],
    ['1er févr. 2025', '01/02/2025 sure'],
    ['14 juil. 2025', '14/07/2025 sure'],
    ['25 décembre 2025', '25/12/2025 sure'],
    ['3 jui 2025', 'none'],
    ['2025-02-30', 'none'],
    ['31-04-2025', 'none'],
    ['septembre 2025', 'none'],
    ['12 brumaire 2025', 'none'],
    ['20250912', 'none'],
    ['', 'none'],
  ] as const) {
    it(`J10 J08: ${JSON.stringify(text)} gives ${expected}`, () => {
      assert.equal(shown(text), expected);
    });
  }
});
