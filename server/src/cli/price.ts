import { pricedDemandes } from '../analysis/priced';
import { presentMoment } from '../lsp/present-moment';
import type { Arguments } from './arguments';
import { examine, type ExaminedFile } from './examined';
import { EXIT, type ExitCode } from './outcome';
import { pricesAsCsv } from './report/price-csv';
import { pricesAsJson } from './report/price-json';
import { prettyPrices } from './report/price-pretty';
import type { PricedFile } from './report/price-report';
import { uncheckedLines } from './report/summary';
import { inputOf, type Session } from './session';
import { Tally } from './tally';

/** `segur-sons price`: what each request orders, may cost at most, and is paid first and last. */
export async function price(args: Arguments, session: Session): Promise<ExitCode> {
  const { format, now = presentMoment() } = args;
  const tally = new Tally();
  const files: PricedFile[] = [];
  for await (const file of session.open(args, 'price')) {
    const examined = examine(file.path, inputOf(file, now));
    tally.add(examined, file.named);
    const priced = pricedFile(examined);
    if (priced) files.push(priced);
  }
  session.terminal.out(told(format, files, session));
  for (const line of uncheckedLines(tally, session.voice)) session.note(line);
  if (session.failed) return EXIT.couldNotRun;
  return tally.findings.error > 0 ? EXIT.findings : EXIT.clean;
}

function pricedFile(file: ExaminedFile): PricedFile | undefined {
  return file.analysis.dossier && { file, demandes: pricedDemandes(file.analysis) };
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
