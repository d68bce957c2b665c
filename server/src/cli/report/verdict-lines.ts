import { referenceOf } from '../../dossier/beneficiaire';
import type { ExaminedFile } from '../examined';
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
export function verdictLines(file: ExaminedFile, voice: Voice): string[] {
  if (file.analysis.dossier?.format.etape === 'candidature') return [voice.say('cli.candidature')];
  const { demandes, ko, errorsOutside } = file.verdict;
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

function nameOf({ analysis }: ExaminedFile, rang: number, voice: Voice): string {
  const demande = analysis.dossier?.demandes[rang];
  const reference = demande && referenceOf(demande.part);
  return reference === undefined ? voice.say('cli.demande.rang', { rang: rang + 1 }) : harmless(reference);
}
