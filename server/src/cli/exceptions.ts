import { presentMoment } from '../lsp/present-moment';
import { isMessageKey } from '../messages/catalogue';
import { formatJour } from '../regulation/calendar-date';
import type { Arguments } from './arguments';
import { checkFiles } from './checks/check-files';
import { EXIT, type ExitCode } from './outcome';
import { jsonText } from './report/json-text';
import { NOTHING_MORE } from './report/reporter';
import { harmless } from './report/style';
import { SeenExceptions, type SeenException } from './seen-exceptions';
import type { Session } from './session';
import type { Voice } from './voice';

/** `segur-sons exceptions`: what is accepted around these files, why, until when, and whether it is of use. */
export async function tellExceptions(args: Arguments, session: Session): Promise<ExitCode> {
  const { now = presentMoment() } = args;
  const { terminal, voice } = session;
  const names = args.names.length > 0 ? args.names : ['.'];
  const listed = await session.list({ ...args, names }, 'exceptions');
  const seen = new SeenExceptions(now);
  const eye = { looks: terminal, more: NOTHING_MORE, now };
  for await (const { file, told, isWholeAround } of checkFiles(listed, session, eye)) {
    seen.see(file, told, isWholeAround);
  }
  const all = await seen.all(terminal.folder);
  if (args.format === 'json') terminal.out(`${jsonText(all.map(asJson), 2)}\n`);
  else terminal.out(`${linesOf(all, voice).join('\n')}\n`);
  if (session.failed) return EXIT.couldNotRun;
  return all.some(({ state }) => isToMend(state)) ? EXIT.findings : EXIT.clean;
}

/** What a check says of the exceptions to the files that it read: those that are over or of no use, one line each. */
export function exceptionNotes(all: readonly SeenException[], voice: Voice): string[] {
  return all
    .filter(({ state, isOfRun }) => isOfRun && isToMend(state))
    .map((one) => `${one.reglages}:${one.ligne} ${sentenceOf(one, voice)}`)
    .map(harmless);
}

function isToMend(state: SeenException['state']): boolean {
  return state === 'perimee' || state === 'inutile';
}

function sentenceOf({ exception, state }: SeenException, voice: Voice): string {
  const { regle, demande, jusquau } = exception;
  const params = { titre: titleOf(regle, voice), demande: demande ?? '', jour: formatJour(jusquau) };
  if (state === 'perimee') return voice.say('exception.perimee', params);
  return voice.say(demande === undefined ? 'exception.inutile' : 'exception.inutile.demande', params);
}

function linesOf(all: readonly SeenException[], voice: Voice): string[] {
  if (all.length === 0) return [voice.say('cli.exceptions.aucune')];
  return all.flatMap(({ exception, state, reglages, ligne }) => {
    const { fichier, regle, demande, motif, jusquau } = exception;
    const portee = demande === undefined ? 'exception.portee.fichier' : 'exception.portee.demande';
    const etat = voice.say(`exception.etat.${state}`);
    return [
      `${voice.say(portee, { fichier, demande: demande ?? '' })} : ${titleOf(regle, voice)} [${regle}]`,
      `  ${voice.say('exception.detail', { motif, jour: formatJour(jusquau), etat })}`,
      `  ${reglages}:${ligne}`,
    ].map(harmless);
  });
}

function asJson({ exception, state, reglages, ligne }: SeenException): object {
  const { fichier, regle, demande = null, motif, jusquau } = exception;
  return { fichier, regle, demande, motif, jusquau: formatJour(jusquau), etat: state, reglages, ligne };
}

function titleOf(code: string, voice: Voice): string {
  const key = `regle.${code}.titre`;
  return isMessageKey(key) ? voice.say(key) : code;
}
