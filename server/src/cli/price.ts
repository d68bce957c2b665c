import { analyse } from '../analysis/analyse';
import { pricedDemandes } from '../analysis/priced';
import { presentMoment } from '../lsp/present-moment';
import type { Arguments } from './arguments';
import { EXIT, type ExitCode } from './outcome';
import { pricesAsCsv } from './report/price-csv';
import { pricesAsJson } from './report/price-json';
import { prettyPrices } from './report/price-pretty';
import type { PricedFile } from './report/price-report';
import { NOTHING_MORE } from './report/reporter';
import { uncheckedLines } from './report/summary';
import { inputOf, type Session } from './session';
import { Tally } from './tally';
import { tellFile } from './told/tell-file';

/** `segur-sons price`: what each request orders, may cost at most, and is paid first and last. */
export async function price(args: Arguments, session: Session): Promise<ExitCode> {
  const { format, now = presentMoment() } = args;
  const tally = new Tally();
  const files: PricedFile[] = [];
  for await (const file of session.open(args, 'price')) {
    const analysis = analyse(inputOf(file, now));
    const told = tellFile(file.path, analysis, session.terminal, NOTHING_MORE);
    tally.add(told, file.named);
    if (told.kind === 'format') files.push({ file: told, demandes: pricedDemandes(analysis) });
  }
  session.terminal.out(told(format, files, session));
  for (const line of uncheckedLines(tally, session.voice)) session.note(line);
  if (session.failed) return EXIT.couldNotRun;
  return tally.findings.error > 0 ? EXIT.findings : EXIT.clean;
}

function told(
  format: Arguments['format'],
  files: readonly PricedFile[],
  { terminal, voice }: Session,
): string {
  switch (format) {
    case 'json':
      return pricesAsJson(files, voice);
    case 'csv':
      return pricesAsCsv(files, voice);
    case 'pretty':
      return prettyPrices(files, voice, terminal);
  }
}
