import { CompletionItemKind } from 'vscode-languageserver-types';
import { candidatureOf, type Candidature } from '../../dossier/candidature/candidature';
import type { Role } from '../../formats/roles';
import { translate } from '../../messages/catalogue';
import { cited } from '../../rules/calendrier/cited';
import type { ValueContext } from './context';
import { dateProposals } from './manifest-dates';
import type { Proposal } from './proposal';
import { textValue } from './text-value';
import type { Desks } from './whole-file';

/** Where the threshold of a number stands in the regulation, by its role: `most` is not exceeded, `least` is reached. */
const THRESHOLDS: Partial<Record<Role, { readonly most?: string; readonly least?: string }>> = {
  'ko-eleves': { most: 'intrusion.ko-eleves' },
  'ko-moyens': { most: 'intrusion.ko-moyens' },
  'consultations-dmp': { least: 'consultations-dmp' },
  'documents-dmp': { least: 'documents-dmp' },
  'messages-mssante': { least: 'messages-mssante' },
};

/** What the calendar, the texts and the rest of a manifest offer at one of its places. Nothing is made up. */
export function manifestProposals(context: ValueContext, desks: Desks): Proposal[] {
  return [
    ...dateProposals(context, desks),
    ...thresholdProposals(context, desks),
    ...saidElsewhere(context, desks),
  ];
}

function thresholdProposals(
  { shape: { role }, part }: ValueContext,
  { regulation, langue }: Desks,
): Proposal[] {
  const threshold = role && THRESHOLDS[role];
  if (!threshold) return [];
  const sons = candidatureOf(part).sons.valeur ?? '';
  const held = regulation.nombres.get(threshold.most ?? `${sons}.${threshold.least ?? ''}`);
  const nombre = held?.value;
  if (!held || typeof nombre !== 'number') return [];
  const key = threshold.most === undefined ? 'completion.au-moins' : 'completion.au-plus';
  const described = number(nombre, translate(langue, key, { nombre, source: cited(held) }));
  return nombre > 0 && threshold.most !== undefined ? [number(0, undefined), described] : [described];
}

/** What another tag of the manifest says of the same thing. */
function saidElsewhere(context: ValueContext, { langue }: Desks): Proposal[] {
  const { role } = context.shape;
  const candidature = candidatureOf(context.part);
  const { solution, versionsObsoletes, profils } = candidature;
  const named = (other: Role, ...values: readonly (string | undefined)[]): Proposal[] =>
    values.flatMap((value) =>
      value === undefined ? [] : [textValue(value, translate(langue, `role.${other}.nom`))],
    );
  switch (role) {
    case 'version-attestation':
      return named('version-referencee', solution.versionReferencee.valeur);
    case 'version-referencee':
      return named('version-attestation', solution.versionAttestation.valeur);
    case 'rattrapage-payant':
      return named('version-declaree', ...versionsObsoletes.versions.elements.map(({ texte }) => texte));
    case 'profil-chapitre':
      return named('nom-profil', ...profils.elements.map(({ nom }) => nom.valeur));
    case 'nombre-preuves': {
      const count = listedIn(context, candidature);
      return count === 0 ? [] : [number(count, translate(langue, 'completion.preuves-de-la-liste'))];
    }
    default:
      return [];
  }
}

function listedIn({ node }: ValueContext, { chapitres }: Candidature): number {
  return chapitres.elements.find(({ bloc }) => bloc.node === node)?.preuves.elements.length ?? 0;
}

function number(value: number, description: string | undefined): Proposal {
  return {
    label: String(value),
    kind: CompletionItemKind.Value,
    text: String(value),
    isSnippet: false,
    description,
  };
}
