import { compact } from '../../dossier/compact';
import { finessMeant } from '../../dossier/finess';
import { firstOf, textOf, type Part } from '../../dossier/part';
import type { Role } from '../../formats/roles';
import type { Regulation } from '../../regulation/regulation';
import type { Held } from '../../regulation/sourced';
import { uniquenessOf } from '../../regulation/uniqueness';
import type { Cle } from '../../regulation/values';
import type { Span } from '../../syntax/nodes';
import { textsOf } from '../texts-of';

/** A number that counts a beneficiary once, where a request writes it. */
export interface BeneficiaryKey {
  readonly sorte: 'finess' | 'siren' | 'siret' | 'rpps';
  readonly numero: string;
  /** Where it stands in its request. */
  readonly place: Span;
  readonly held: Held<readonly Cle[]>;
}

interface Numbered {
  readonly sorte: BeneficiaryKey['sorte'];
  readonly role: Role;
}

/** Where each key stands; undefined for one that no model of ours has a tag for. */
const NUMBERED: Readonly<Record<Cle, Numbered | undefined>> = {
  'finess-pmsi': { sorte: 'finess', role: 'finess-pmsi' },
  'finess-geo': { sorte: 'finess', role: 'finess-geo' },
  siren: { sorte: 'siren', role: 'siren' },
  siret: { sorte: 'siret', role: 'siret' },
  'numero-am': undefined,
  rpps: { sorte: 'rpps', role: 'rpps' },
  medecin: { sorte: 'rpps', role: 'rpps' },
  structure: { sorte: 'finess', role: 'finess-geo' },
};

/** Read as `siren-invalide` and `rpps-format` mend it; another text is no number, and counts nobody. */
const FORMS: Readonly<Record<BeneficiaryKey['sorte'], RegExp>> = {
  finess: /^.{9}$/,
  siren: /^\d{9}$/,
  siret: /^\d{14}$/,
  rpps: /^\d{11}$/,
};

/** The keys of one request, per SONS first; each as often as it is written. */
export function keysOf(part: Part, regulation: Regulation): readonly BeneficiaryKey[] {
  const { sons } = part.format;
  if (part.kind !== 'demande' || sons === undefined) return [];
  const cas = casOf(part);
  const seen = new Set<Role>();
  return (['sons', 'vague'] as const).flatMap((par) => {
    const held = uniquenessOf(sons, par, cas, regulation);
    if (!held) return [];
    return (held.value ?? []).flatMap((cle) => {
      const numbered = NUMBERED[cle];
      if (!numbered || seen.has(numbered.role)) return [];
      seen.add(numbered.role);
      return written(part, numbered, held);
    });
  });
}

function written(part: Part, { sorte, role }: Numbered, held: BeneficiaryKey['held']): BeneficiaryKey[] {
  return textsOf(part, role).flatMap(({ node, text }) => {
    const numero = sorte === 'finess' ? finessMeant(text) : compact(text).replace(/[.\-\u2010-\u2015]/g, '');
    const place = { start: node.start, end: node.end };
    return numero !== undefined && FORMS[sorte].test(numero) ? [{ sorte, numero, place, held }] : [];
  });
}

/** What the order is for, where a SONS tells structures from doctors. */
function casOf(part: Part): 'structure' | 'liberal' | undefined {
  const cas = textOf(firstOf(part, 'commande-pour')?.node)?.trim().toLowerCase();
  return cas === 'structure' || cas === 'liberal' ? cas : undefined;
}
