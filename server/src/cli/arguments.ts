import { parseArgs } from 'node:util';
import type { Etape } from '../formats/format';
import type { Langue } from '../messages/catalogue';
import type { EpochMinutes } from '../regulation/paris-time';
import { count, filePath, instant, oneOf, type WrittenOption } from './option-values';
import { cannotRun } from './outcome';
import { CHECK_FORMATS, type CheckFormat } from './report/reporters';

export type CommandName =
  | 'base'
  | 'check'
  | 'deadlines'
  | 'exceptions'
  | 'fix'
  | 'import-model'
  | 'lsp'
  | 'price'
  | 'solde'
  | 'split'
  | 'zip';

export type Format = 'pretty' | 'json' | 'csv';

/** A command line, read and found right. */
export interface Arguments {
  readonly command: CommandName | 'help' | 'version';
  /** Files and folders; for `deadlines`, names of SONS. */
  readonly names: readonly string[];
  readonly format: Format;
  /** For `check`: the form of what it tells. */
  readonly report: CheckFormat;
  readonly maxWarnings: number | undefined;
  /** The moment asked for; undefined for the present one. */
  readonly now: EpochMinutes | undefined;
  readonly ics: boolean;
  readonly dryRun: boolean;
  /** For `lsp`: how to talk is said. The protocol's own library reads which way. */
  readonly transport: boolean;
  /** The file to write, for `split` the folder; undefined for the place that follows from what is read. */
  readonly out: string | undefined;
  /** For `split`: by verdict rather than by number. */
  readonly okKo: boolean;
  /** Of the model to learn, where it does not say so itself. */
  readonly sons: string | undefined;
  readonly etape: Etape | undefined;
  /** What is there may be replaced. */
  readonly force: boolean;
  /** For `check`: the file that the standard input is the text of. */
  readonly stdinFilename: string | undefined;
  /** For `check`: again at each change. */
  readonly watch: boolean;
  /** The base of eligible establishments; undefined for the one that the settings name. */
  readonly base: string | undefined;
}

const OPTIONS = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  format: { type: 'string' },
  'max-warnings': { type: 'string' },
  now: { type: 'string' },
  ics: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  stdio: { type: 'boolean' },
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  base: { type: 'string' },
  'ok-ko': { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  watch: { type: 'boolean' },
  sons: { type: 'string' },
  etape: { type: 'string' },
  // Editors add it to every server that they start; the server reads it from the process itself.
  'node-ipc': { type: 'boolean' },
  clientProcessId: { type: 'string' },
} as const;

const COMMON: readonly string[] = ['lang', 'help', 'version'];
const FORMATS: readonly Format[] = ['pretty', 'json'];
const FORMATS_OF: Readonly<Partial<Record<CommandName, readonly Format[]>>> = {
  deadlines: [...FORMATS, 'csv'],
  price: [...FORMATS, 'csv'],
};
const OPTIONS_OF: Readonly<Record<CommandName, readonly string[]>> = {
  base: [...COMMON, 'format'],
  check: [...COMMON, 'base', 'format', 'max-warnings', 'now', 'stdin-filename', 'watch'],
  deadlines: [...COMMON, 'format', 'ics', 'now'],
  exceptions: [...COMMON, 'base', 'format', 'now'],
  fix: [...COMMON, 'base', 'dry-run', 'now'],
  'import-model': [...COMMON, 'sons', 'etape', 'out', 'force'],
  lsp: [...COMMON, 'stdio', 'node-ipc', 'clientProcessId'],
  price: [...COMMON, 'base', 'format', 'now'],
  solde: [...COMMON, 'out', 'force'],
  split: [...COMMON, 'out', 'force', 'ok-ko'],
  zip: [...COMMON, 'out'],
};

/** Reads a command line, the program's own name left out. Throws a CannotRun on what it cannot accept. */
export function readArguments(argv: readonly string[]): Arguments {
  const { options, positionals } = split(argv);
  const given = new Map(options.map((option) => [option.name, option]));
  const [name, ...names] = positionals;
  const command = given.has('version')
    ? 'version'
    : given.has('help') || name === 'help'
      ? 'help'
      : commandNamed(name);
  if (command !== 'help' && command !== 'version') for (const option of options) verify(option, command);
  oneOf(given.get('lang'), LANGUES);
  return {
    command,
    names,
    ...formatOf(command, given.get('format')),
    maxWarnings: count(given.get('max-warnings')),
    now: instant(given.get('now')),
    ics: given.has('ics'),
    dryRun: given.has('dry-run'),
    transport: given.has('stdio') || given.has('node-ipc'),
    out: filePath(given.get('out')),
    sons: given.get('sons')?.value,
    etape: oneOf(given.get('etape'), ETAPES),
    force: given.has('force'),
    base: filePath(given.get('base')),
    okKo: given.has('ok-ko'),
    stdinFilename: filePath(given.get('stdin-filename')),
    watch: given.has('watch'),
  };
}

function formatOf(
  command: Arguments['command'],
  option: WrittenOption | undefined,
): Pick<Arguments, 'format' | 'report'> {
  if (command === 'check') return { format: 'pretty', report: oneOf(option, CHECK_FORMATS) ?? 'pretty' };
  const formats = command === 'help' || command === 'version' ? undefined : FORMATS_OF[command];
  return { format: oneOf(option, formats ?? FORMATS) ?? 'pretty', report: 'pretty' };
}

const ETAPES: readonly Etape[] = ['avance', 'solde'];

const LANGUES: readonly Langue[] = ['fr', 'en'];

/** The language asked for, French without one: known before anything can go wrong. */
export function langueOf(argv: readonly string[]): Langue {
  const written = split(argv).options.findLast(({ name }) => name === 'lang')?.value;
  return LANGUES.find((langue) => langue === written) ?? 'fr';
}

function split(argv: readonly string[]): { options: WrittenOption[]; positionals: string[] } {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return { options: tokens.filter((token) => token.kind === 'option'), positionals };
}

function commandNamed(name: string | undefined): CommandName {
  switch (name) {
    case 'base':
    case 'check':
    case 'deadlines':
    case 'exceptions':
    case 'fix':
    case 'import-model':
    case 'lsp':
    case 'price':
    case 'solde':
    case 'split':
    case 'zip':
      return name;
    case undefined:
      throw cannotRun('cli.commande-absente');
    default:
      throw cannotRun('cli.commande-inconnue', { commande: name });
  }
}

function verify({ name, rawName: option, value }: WrittenOption, commande: CommandName): void {
  if (!OPTIONS_OF[commande].includes(name)) throw cannotRun('cli.option-inconnue', { option, commande });
  const isSwitch = OPTIONS[name as keyof typeof OPTIONS].type === 'boolean';
  if (isSwitch && value !== undefined) throw cannotRun('cli.option-sans-valeur', { option });
}
