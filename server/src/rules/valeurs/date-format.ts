import { formatJour, readJour } from '../../regulation/calendar-date';
import { partRule } from '../rule';
import { rewrite, type WrittenText } from '../texts-of';
import { readDate } from '../../dossier/read-date';
import { datesIn } from './dates-in';

/** J10, J08: a date is written `JJ/MM/AAAA`. */
export const dateFormat = partRule<WrittenText>({
  code: 'date-format',
  famille: 'valeurs',
  severity: 'error',
  inventaire: ['J10', 'J08'],
  sources: ['S2'],
  detect: (part) => datesIn(part).filter(({ text }) => readJour(text) === undefined),
  where: ({ node }) => node,
  wording: ({ text }) => ({ params: { ecrit: text } }),
  fix: (written) => {
    const read = readDate(written.text);
    if (!read) return [];
    const date = formatJour(read.date);
    return [{ kind: read.sure ? 'safe' : 'unsafe', edits: [rewrite(written, date)], params: { date } }];
  },
});
