import type { CodeLens } from 'vscode-languageserver-types';
import { contexteOf, montantsOf, type Contexte, type Montants } from '../dossier/montants';
import { beneficiaireText } from '../dossier/montants-words';
import { rememberedFor } from '../dossier/remembered';
import { translate, type Langue } from '../messages/catalogue';
import { amountText } from '../messages/quantity';
import { rangeOf, type CheckedDocument } from './document';

/** Far above any real file: nobody reads more of them, and each costs the editor a line. */
const MOST = 1000;
const LONGEST = 60;

/** Above each request, what it is for and what it brings: "Dr Modèle · plafond 358,33 € HT · avance 129,00 €". */
export function codeLensesOf({ document, analysis, langue }: CheckedDocument): CodeLens[] {
  const { dossier } = analysis;
  if (!dossier) return [];
  const given = { ...contexteOf(dossier, analysis), langue };
  const first = dossier.readings.slice(0, MOST).flatMap((_, rang) => dossier.demande(rang) ?? []);
  return first.map((demande) => ({
    range: rangeOf(document, { start: demande.start, end: demande.start + 1 }),
    // Without a command of its own, it is text and nothing to click on.
    command: { title: titleIn(demande, given), command: '' },
  }));
}

const titleIn = rememberedFor((part, { langue, ...contexte }: Contexte & { readonly langue: Langue }) =>
  titleOf(montantsOf(part, contexte), langue),
);

function titleOf({ beneficiaire, plafond, avance }: Montants, langue: Langue): string {
  return translate(langue, 'lentille.demande', {
    beneficiaire:
      shown(beneficiaireText(beneficiaire) ?? '') || translate(langue, 'lentille.beneficiaire-inconnu'),
    plafond:
      plafond.type === 'montant'
        ? translate(langue, 'lentille.plafond', { montant: amountText(plafond.ht.cents, langue) })
        : translate(langue, 'lentille.plafond-inconnu'),
    avance: avance
      ? translate(langue, 'lentille.avance', { montant: amountText(avance.cents, langue) })
      : translate(langue, 'lentille.avance-inconnue'),
  });
}

/** One short line, in which VS Code finds no `$(icon)`. */
function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replaceAll('$(', '$ (');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
