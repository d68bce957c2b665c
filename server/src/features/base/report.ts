import { fichierText } from '../../dossier/montants-words';
import { say, translate, type Langue, type Message } from '../../messages/catalogue';
import { harmless } from '../../messages/harmless';
import type { BaseChargee } from '../../registry/import/load-base';
import { rapportMessages } from '../../registry/import/rapport-messages';
import type { Refus } from '../../registry/table/table';
import { plain } from '../hover/markdown';

/** What became of a file that was read as a base, in words. */
export type BaseReport =
  | {
      readonly etat: 'lue';
      /** One sentence. */
      readonly resume: string;
      /** Markdown: the figures, and each row with something to tell. */
      readonly details: string;
    }
  | { readonly etat: 'refus'; readonly message: string };

/** More rows than a person reads; the figures count them all. */
const MOST_ROWS = 5_000;

export function baseReport(read: BaseChargee | Refus, langue: Langue): BaseReport {
  if (read.etat === 'refus') return { etat: 'refus', message: say(langue, read.message) };
  const { base, rapport } = read;
  const { chiffres, generales, refus, remarques } = rapportMessages(rapport);
  const number = new Intl.NumberFormat(langue);
  const resume = translate(langue, 'base.rapport.resume', {
    fichier: base.source.fichier,
    lues: number.format(rapport.lues),
    retenues: number.format(rapport.retenues),
    refusees: number.format(rapport.refus.length),
  });
  const details = [
    `# ${translate(langue, 'base.rapport.titre', { fichier: plain(harmless(fichierText(base.source))) })}`,
    list(chiffres, langue),
    ...section('base.rapport.du-fichier', generales, langue),
    ...section('base.rapport.lignes-refusees', refus, langue),
    ...section('base.rapport.lignes-a-savoir', remarques, langue),
  ];
  return { etat: 'lue', resume, details: `${details.join('\n\n')}\n` };
}

function section(key: Message['key'], messages: readonly Message[], langue: Langue): string[] {
  if (messages.length === 0) return [];
  const others = messages.length - MOST_ROWS;
  return [
    `## ${translate(langue, key)}`,
    list(messages.slice(0, MOST_ROWS), langue),
    ...(others > 0 ? [translate(langue, 'base.rapport.autres', { nombre: others })] : []),
  ];
}

function list(messages: readonly Message[], langue: Langue): string {
  return messages.map((message) => `- ${plain(harmless(say(langue, message)))}`).join('\n');
}
