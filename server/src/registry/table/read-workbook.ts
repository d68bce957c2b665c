import { headerScore } from '../mapping/headers';
import type { Message } from '../../messages/catalogue';
import { DateStyles } from './date-styles';
import type { Budget } from './limits';
import { fillMerges } from './merges';
import { SharedStrings } from './shared-strings';
import { SheetReader, type SheetContext } from './sheet';
import type { Steps } from './steps';
import type { Row } from './table';
import { readWorkbook, type SheetPlace, type Workbook } from './workbook';
import { readXml } from './xml';
import { Archive } from './zip';

/** Enough of a sheet to see whether it has a header. */
const ROWS_SEEN = 20;

export interface WorkbookTable {
  readonly feuille: string;
  readonly rows: readonly Row[];
  readonly remarques: readonly Message[];
}

/** Reads the sheet that was asked for if the workbook has it, else the one whose header is best recognised. */
export function* readSheets(
  bytes: Uint8Array,
  budget: Budget,
  asked: string | undefined,
): Steps<WorkbookTable> {
  const archive = new Archive(bytes, budget);
  const workbook = yield* readWorkbook(archive);
  const context = yield* readContext(archive, workbook, budget);
  const chosen =
    workbook.sheets.find(({ nom }) => nom === asked) ?? (yield* bestSheet(archive, workbook.sheets, context));
  const reader = yield* readXml(archive, chosen.part, new SheetReader(context));
  const merged = fillMerges(reader.rows, reader.merges, budget);
  const others = workbook.sheets.filter((sheet) => sheet !== chosen).map(({ nom }) => nom);
  const remarques: Message[] = [];
  if (others.length > 0) {
    const params = { feuille: chosen.nom, autres: others.join(', ') };
    remarques.push({ key: 'base.remarque.feuilles', params });
  }
  if (chosen.masquee) {
    remarques.push({ key: 'base.remarque.feuille-masquee', params: { feuille: chosen.nom } });
  }
  if (merged > 0) remarques.push({ key: 'base.remarque.fusions', params: { nombre: merged } });
  if (reader.hiddenRows > 0) {
    remarques.push({ key: 'base.remarque.lignes-masquees', params: { nombre: reader.hiddenRows } });
  }
  return { feuille: chosen.nom, rows: reader.rows, remarques };
}

function* readContext(
  archive: Archive,
  { styles, sharedStrings }: Workbook,
  budget: Budget,
): Steps<SheetContext> {
  const dates = new DateStyles();
  if (styles !== undefined && archive.has(styles)) yield* readXml(archive, styles, dates);
  const strings = new SharedStrings(budget);
  if (sharedStrings !== undefined && archive.has(sharedStrings)) {
    yield* readXml(archive, sharedStrings, strings);
  }
  return { texts: strings.texts, dates, budget };
}

/** The best header; of equals, a sheet that is shown before a hidden one, then the first. */
function* bestSheet(
  archive: Archive,
  sheets: readonly SheetPlace[],
  context: SheetContext,
): Steps<SheetPlace> {
  let [best] = sheets;
  let bestScore = -1;
  for (const sheet of sheets) {
    const reader = yield* readXml(archive, sheet.part, new SheetReader(context, ROWS_SEEN));
    const score = 2 * headerScore(reader.rows) + (sheet.masquee ? 0 : 1);
    if (score <= bestScore) continue;
    best = sheet;
    bestScore = score;
  }
  return best ?? { nom: '', part: '', masquee: false };
}
