import { version } from '../../../package.json';
import { langueOf, readArguments, type Arguments } from './arguments';
import { tellBase } from './base';
import { check } from './check';
import type { Threads } from './checks/threads';
import { tellDeadlines } from './deadlines';
import { tellExceptions } from './exceptions';
import { fix } from './fix';
import { importModel } from './import-model';
import { CannotRun, cannotRun, EXIT, type ExitCode } from './outcome';
import { price } from './price';
import { Session } from './session';
import { solde } from './solde';
import { split } from './split';
import type { Terminal } from './terminal';
import { Voice } from './voice';
import { zip } from './zip';

/** What the command line needs of its surroundings beside a terminal. */
export interface Host {
  /** Serves the language server protocol over this process's standard streams. */
  readonly startServer: () => void;
  /** Where a check may share its work. */
  readonly threads?: Threads;
}

/** Runs one command line, the program's own name left out. Never throws: the answer is the exit code. */
export async function run(argv: readonly string[], terminal: Terminal, host: Host): Promise<ExitCode> {
  const session = new Session(terminal, new Voice(langueOf(argv)));
  try {
    return await dispatch(readArguments(argv), session, host);
  } catch (error) {
    session.complain(error instanceof CannotRun ? error : unexpected(error));
    return EXIT.couldNotRun;
  }
}

async function dispatch(args: Arguments, session: Session, host: Host): Promise<ExitCode> {
  const { terminal, voice } = session;
  switch (args.command) {
    case 'help':
      terminal.out(`${voice.say('cli.aide', { version })}\n`);
      return EXIT.clean;
    case 'version':
      terminal.out(`${version}\n`);
      return EXIT.clean;
    case 'base':
      return tellBase(args, session);
    case 'check':
      return check(args, session, host.threads);
    case 'deadlines':
      return tellDeadlines(args, session);
    case 'exceptions':
      return tellExceptions(args, session);
    case 'fix':
      return fix(args, session);
    case 'import-model':
      return importModel(args, session);
    case 'price':
      return price(args, session);
    case 'solde':
      return solde(args, session);
    case 'split':
      return split(args, session);
    case 'zip':
      return zip(args, session);
    case 'lsp':
      if (!args.transport) throw cannotRun('cli.lsp-stdio');
      host.startServer();
      return EXIT.clean;
  }
}

function unexpected(error: unknown): CannotRun {
  return cannotRun('cli.imprevu', { erreur: error instanceof Error ? error.message : String(error) });
}
