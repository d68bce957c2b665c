import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { contexteOf, montantsOf } from '../../server/src/dossier/montants';
import { hoverAt } from '../../server/src/features/hover';
import { computation } from '../../server/src/features/hover/computation';
import { signatureWindow } from '../../server/src/features/hover/signature-window';
import type { Langue } from '../../server/src/messages/catalogue';
import { regulationWith } from '../../server/src/regulation/regulation';
import { checkedText } from '../support/checked';
import { validFileOf } from '../support/valid-files';

const DOCTOR = validFileOf('MDV-LGC-Va1').replace('350.00', '358.33').replace('420.00', '430.00');

/** What is told, with plain blanks, where `found` first stands; the tag's own card and what the texts say of it. */
function cardsOn(text: string, found: string, langue: Langue = 'fr'): string[] {
  const checked = checkedText(text, { langue });
  const hover = hoverAt(checked, checked.document.positionAt(text.indexOf(found) + 1));
  assert.ok(hover && MarkupContent.is(hover.contents), found);
  return hover.contents.value.replaceAll('\u00A0', ' ').split('\n\n---\n\n');
}

describe('hover on an amount', () => {
  it('M03 M04 M06 shows the computation step by step, each with its sources and status, below the card', () => {
    const [card, told = ''] = cardsOn(DOCTOR, '"montantHT"');
    assert.match(card ?? '', /^\*\*Montant HT\*\*/);
    const steps = told.split('\n').filter((line) => line.startsWith('- '));
    assert.deepEqual(steps, [
      '- Commande : 358,33 € HT, TVA 20 %, soit 430,00 € TTC (W17, W18, confirmé)',
      '- Plafond : 430,00 € TTC (S1, confirmé)',
      '- soit 358,33 € HT au taux de 20 % (W16, confirmé)',
      '- Écart : plafond 358,33 € HT − commande 358,33 € HT = 0,00 € (W17, W18, confirmé)',
      '- Montant versé : TTC, le fournisseur étant assujetti à la TVA (S2, W4c, W17, confirmé)',
      '- Avance : 30 % de 430,00 € TTC = 129,00 € (S1, confirmé)',
      '- Solde (70 %) : 430,00 € TTC − 129,00 € = 301,00 € (S1, W50, confirmé)',
    ]);
    assert.match(told, /^\*S1 : Webinaire ANS/m);
    assert.match(told, /pré-information de 2021/);
  });

  it('says the same on the key, the value, the rate and the TTC amount; nothing on another tag', () => {
    const [, told] = cardsOn(DOCTOR, '"montantHT"');
    for (const place of ['358.33', '20.00', '"tauxTVA"', '430.00', '"montantTTC"', '"prestation"']) {
      assert.equal(cardsOn(DOCTOR, place)[1], told, place);
    }
    for (const place of ['"RPPS"', '"montantAides"', '"assujettiTVA"']) {
      assert.equal(cardsOn(DOCTOR, place).length, 1, place);
    }
  });

  it('M03 a structure: the scale is written out', () => {
    const structure = DOCTOR.replace('"LIBERAL"', '"STRUCTURE"').replace(
      '"structure": null',
      '"structure": { "nombreProfessionnels": 5 }',
    );
    assert.match(
      cardsOn(structure, '"montantHT"')[1] ?? '',
      /Plafond : 860,00 € \+ 5 × 344,00 € = 2 580,00 € TTC \(S1, confirmé\)/,
    );
  });

  it('says what is exceeded, what does not agree, and what is not known', () => {
    const over = cardsOn(DOCTOR.replace('358.33', '400.00'), '"montantHT"')[1] ?? '';
    assert.match(over, /= -41,67 € : la commande dépasse le plafond/);
    assert.match(over, /soit 480,00 € TTC .* Le fichier porte 430,00 € TTC\./);
    const dpi = cardsOn(validFileOf('HOP-DPI-Va2').replace('1200.00', 'null'), '"montantHT"')[1] ?? '';
    assert.match(dpi, /base des établissements éligibles/);
    assert.match(dpi, /Avance et solde inconnus : le montant TTC/);
    assert.doesNotMatch(dpi, /[^\d]0,00/);
  });

  it("a user's values are told as such, and cannot become a picture or a link", () => {
    const nasty = '![x](http://a.example/b.png)';
    const regulation = regulationWith({
      baremes: [
        {
          id: 'IMG-RIS-Va2.bareme',
          value: { type: 'forfait', montant: '900', taxe: 'HT' },
          source: [nasty],
          status: 'à confirmer',
          note: nasty,
        },
      ],
    });
    const { dossier } = checkedText(validFileOf('IMG-RIS-Va2')).analysis;
    const part = dossier?.demandes[0]?.part;
    assert.ok(dossier && part);
    const told = computation(montantsOf(part, contexteOf(dossier, { regulation })), 'fr', regulation);
    assert.ok(told.includes(`(\`${nasty}\`, à confirmer, votre valeur)`), told);
    assert.ok(!told.replaceAll(`\`${nasty}\``, '').includes('!['));
  });

  it('speaks English', () => {
    assert.match(cardsOn(DOCTOR, '"montantHT"', 'en')[1] ?? '', /Avance: 30% of €430\.00 TTC = €129\.00/);
  });
});

describe('hover on a date of signature', () => {
  it('D01 D02 D04 D05 shows the window of the SONS: each date with its status, source and note', () => {
    const told = cardsOn(validFileOf('HOP-DPI-Va2'), '"dateSignature"')[1] ?? '';
    assert.match(told, /^\*\*Dates de signature : Hôpital – DPI – vague 2\*\*/);
    assert.match(
      told,
      /- Fin des avances \(date 4\) : 17\/12\/2025 12:00 \(S0, S3, W1, à confirmer\)\. Sans doute reportée/,
    );
    assert.match(told, /- Ouverture des avances : 12\/09\/2024 14:00 \(W1, confirmé\)/);
    assert.match(told, /n'est pas signé après la fin des avances \(W13, confirmé\)/);
    assert.match(told, /- Signé le 12\/09\/2025, soit 96 j avant la fin des avances/);
    assert.match(told, /au plus tard le 10\/01\/2026 \(120 jours\) \(S1, S2, W13, W51, confirmé\)/);
    assert.match(told, /^\*W13 : /m);
  });

  it('D01 an hour that a general rule gives is told with its source; a date after the end is told so', () => {
    const told = cardsOn(DOCTOR.replace('15/03/2022', '12/09/2025'), '"12/09/2025"')[1] ?? '';
    assert.match(told, /30\/11\/2022 14:00 \(W40, W41, W19, W36, W37, W39, confirmé\)/);
    assert.match(told, /Signé le 12\/09\/2025, soit 1017 j après la fin des avances/);
  });

  it('D02 a date that is not known is told so, and nothing is counted from it', () => {
    const told = cardsOn(validFileOf('IMG-RIS-Va2'), '"dateSignature"')[1] ?? '';
    assert.match(told, /Fin des avances \(date 4\) : date inconnue/);
    assert.doesNotMatch(told, /soit \d+ j/);
    const unread = cardsOn(validFileOf('HOP-DPI-Va2').replace('12/09/2025', '32/09/2025'), '"32/09')[1] ?? '';
    assert.doesNotMatch(unread, /Signé le|au plus tard/);
  });

  it("D03 a user's date wins", () => {
    const regulation = regulationWith({
      echeances: [
        { id: 'HOP-DPI-Va2.avance-fin', value: '2026-12-16', source: ['Arrêté'], status: 'confirmé' },
      ],
    });
    const { dossier } = checkedText(validFileOf('HOP-DPI-Va2')).analysis;
    const part = dossier?.demandes[0]?.part;
    assert.ok(dossier && part);
    const told = signatureWindow(part, contexteOf(dossier, { regulation }), 'fr');
    assert.match(told, /16\/12\/2026 12:00 \(`Arrêté`, .*votre valeur\)/);
  });
});
