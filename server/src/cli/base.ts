import { resolve } from 'node:path';
import type { Message } from '../messages/catalogue';
import { rapportMessages } from '../registry/import/rapport-messages';
import type { Arguments } from './arguments';
import { readBaseFile } from './base-files';
import { cannotRun, EXIT, type ExitCode } from './outcome';
import { jsonText } from './report/json-text';
import { harmless } from './report/style';
import type { Session } from './session';

/** `segur-sons base`: reads a base of eligible establishments, and tells what became of each row. */
export async function tellBase({ names, format }: Arguments, session: Session): Promise<ExitCode> {
  const { terminal, voice } = session;
  const [file, ...others] = names;
  if (file === undefined || others.length > 0) throw cannotRun('cli.base.un-fichier');
  const { base, rapport, mapping } = await readBaseFile(resolve(terminal.folder, file));
  const { chiffres, generales, refus, remarques } = rapportMessages(rapport);
  if (format === 'json') {
    const said = { fichier: base.source.fichier, ...mapping, ...rapport };
    terminal.out(`${jsonText(said, 2)}\n`);
    return EXIT.clean;
  }
  const lines = (messages: readonly Message[]): string[] =>
    messages.map((message) => `  ${harmless(voice.message(message))}`);
  const sections = [chiffres, generales, refus, remarques].filter((messages) => messages.length > 0);
  terminal.out([harmless(file), ...sections.map((messages) => lines(messages).join('\n')), ''].join('\n'));
  return EXIT.clean;
}
