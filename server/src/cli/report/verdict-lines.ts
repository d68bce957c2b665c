import { verdictOf } from '../../analysis/verdict';
import type { ToldFile } from '../told/told-file';
import type { Forms, Voice } from '../voice';
import { harmless } from './style';

/** Requests to correct that are named; the others are counted. */
const MOST_NAMED = 10;
const DEMANDES: Forms = { un: 'cli.demande.une', plusieurs: 'cli.demande.plusieurs' };

/** "3 demandes, 2 OK, 1 KO". */
export function countOfDemandes(voice: Voice, demandes: number, ko: number): string {
  return voice.count(demandes, DEMANDES, { ok: voice.number(demandes - ko), ko: voice.number(ko) });
}

/** What the portal would make of one file, the requests that it would refuse named. */
export function verdictLines<M>(file: ToldFile<M>, voice: Voice): string[] {
  if (file.isCandidature) return [voice.say('cli.candidature')];
  const { demandes, ko, errorsOutside } = verdictOf({ dossier: file, findings: file.findings });
  const verdict = countOfDemandes(voice, demandes, ko.length);
  const references = ko.slice(0, MOST_NAMED).map((rang) => nameOf(file, rang, voice));
  const params = { verdict, references: references.join(', ') };
  const others = ko.length - references.length;
  const line =
    others > 0
      ? voice.say('cli.ko-et-autres', { ...params, nombre: voice.number(others) })
      : references.length > 0
        ? voice.say('cli.ko', params)
        : verdict;
  return errorsOutside === 0
    ? [line]
    : [line, voice.say('cli.hors-demandes', { nombre: voice.number(errorsOutside) })];
}

function nameOf<M>({ demandes }: ToldFile<M>, rang: number, voice: Voice): string {
  const reference = demandes[rang]?.reference;
  return reference === undefined ? voice.say('cli.demande.rang', { rang: rang + 1 }) : harmless(reference);
}
