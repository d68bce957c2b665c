import { compact } from '../../dossier/compact';
import { finessMeant } from '../../dossier/finess';
import { firstOf, textOf, type Part } from '../../dossier/part';
import type { Role } from '../../formats/roles';
import type { Regulation } from '../../regulation/regulation';
import type { Held } from '../../regulation/sourced';
import { uniquenessOf } from '../../regulation/uniqueness';
import type { Cle } from '../../regulation/values';
import type { Span } from '../../syntax/nodes';
import { textsOf, type WrittenText } from '../texts-of';

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
  const keys: BeneficiaryKey[] = [];
  const seen = new Set<Role>();
  for (const par of ['sons', 'vague'] as const) {
    const held = uniquenessOf(sons, par, cas, regulation);
    for (const cle of held?.value ?? []) {
      const numbered = NUMBERED[cle];
      if (!held || !numbered || seen.has(numbered.role)) continue;
      seen.add(numbered.role);
      for (const text of textsOf(part, numbered.role)) {
        const numero = numberIn(text, numbered.sorte);
        if (numero !== undefined) keys.push({ sorte: numbered.sorte, numero, place: placeOf(text), held });
      }
    }
  }
  return keys;
}

function numberIn({ text }: WrittenText, sorte: BeneficiaryKey['sorte']): string | undefined {
  const numero = sorte === 'finess' ? finessMeant(text) : compact(text).replace(/[.\-\u2010-\u2015]/g, '');
  return numero !== undefined && FORMS[sorte].test(numero) ? numero : undefined;
}

/** It is kept when the tree is let go. */
function placeOf({ node: { start, end } }: WrittenText): Span {
  return { start, end };
}

/** What the order is for, where a SONS tells structures from doctors. */
function casOf(part: Part): 'structure' | 'liberal' | undefined {
  const cas = textOf(firstOf(part, 'commande-pour')?.node)?.trim().toLowerCase();
  return cas === 'structure' || cas === 'liberal' ? cas : undefined;
}
