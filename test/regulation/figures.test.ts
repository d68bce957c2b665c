import assert from 'node:assert/strict';
import { REGULATION } from '../../server/src/regulation/regulation';
import type { Formule } from '../../server/src/regulation/formule';
import { byId, rowFrom, rowsOf } from './table';

describe('the figures', () => {
  it('M04 M05 shares, rates, delays: every number with its unit and its sources', () => {
    assert.deepEqual(
      byId(
        [...REGULATION.nombres.values()].map((held) => rowFrom(held, `${String(held.value)} ${held.unite}`)),
      ),
      byId(
        rowsOf(`
        vague-1.part-avance                          | 30 %         | S1            | ok
        vague-1.part-solde                           | 70 %         | S1 W50        | ok
        vague-2.part-avance                          | 40 %         | S0 S3         | ok
        vague-2.part-solde                           | 60 %         | S0 S3         | ok
        HOP-DPI-Va2.part-avance-sans-dossier-date-2  | 25 %         | S2            | ok
        HOP-DPI-Va2.part-solde-sans-dossier-date-2   | 75 %         | S2            | ?
        tva.taux-des-plafonds                        | 20 %         | W16           | ok
        arrondi.decimales                            | 2 décimales  | W16           | ok
        OFF-LGO-Va1.plafond-le-plus-bas              | 625 € HT     | W45 W46       | ?
        OFF-LGO-Va1.plafond-le-plus-haut             | 875 € HT     | W45 W46       | ?
        commande.delai-avant-dossier-complet         | 120 jours    | S1 S2 W13 W51 | ok
        vague-1.droits-et-maintenance                | 6 ans        | S1 W24        | ok
        vague-2.droits-et-maintenance                | 5 ans        | S0 S3 W24     | ok
        HOP-DPI-Va1.bareme-tranches                  | 4 tranches   | S0            | ok
        HOP-PFI-Va1.bareme-tranches                  | 4 tranches   | S0            | ok
        HOP-DPI-Va2.bareme-tranches                  | 4 tranches   | S0            | ok
        HOP-PFI-Va2.bareme-tranches                  | 4 tranches   | S0            | ok
        intrusion.formulaire                         | 1 ans        | W26 W27 W65   | ok
        intrusion.ko-eleves                          | 0 KO         | S0 W26 W27 W65 | ok
        intrusion.ko-moyens                          | 10 KO        | S0 W26 W27 W65 | ok
        vague-2.pilotes                              | 3 clients    | S0 S3         | ok
        HOP-DPI-Va2.consultations-dmp                | 1 transactions  | S0         | ok
        HOP-PFI-Va2.documents-dmp                    | 10 transactions | S0         | ok
        HOP-PFI-Va2.messages-mssante                 | 10 transactions | S0         | ok`),
      ),
    );
    const deduced = [...REGULATION.nombres.values()].filter(({ inferred }) => inferred);
    assert.deepEqual(
      deduced.map(({ id }) => id),
      ['HOP-DPI-Va2.part-solde-sans-dossier-date-2'],
    );
  });

  it('M01 M02 M03 scales: what is computed, what is looked up, what is not known', () => {
    assert.deepEqual(
      byId([...REGULATION.baremes.values()].map((held) => rowFrom(held, told(held.value)))),
      byId(
        rowsOf(`
        MDV-LGC-Va1.bareme.liberal                | 430.00 TTC                                       | S1      | ok
        MDV-LGC-Va1.bareme.structure              | 860.00 + 344.00 × professionnel-de-sante TTC     | S1      | ok
        MDV-LGC-Va2.bareme.liberal                | -                                                |         | -
        MDV-LGC-Va2.bareme.structure              | -                                                |         | -
        HOP-DPI-Va2.bareme.vague-2                | base-es-eligibles                                | S0      | ok
        HOP-DPI-Va2.bareme-calcul.vague-2         | -                                                | S0      | -
        HOP-DPI-Va2.bareme.vague-1-et-2           | base-es-eligibles                                | S0      | ok
        HOP-DPI-Va2.bareme-calcul.vague-1-et-2    | -                                                | S0      | -
        HOP-PFI-Va2.bareme.vague-2                | base-es-eligibles                                | S0      | ok
        HOP-PFI-Va2.bareme-calcul.vague-2         | -                                                | S0      | -
        HOP-PFI-Va2.bareme.vague-1-et-2           | base-es-eligibles                                | S0      | ok
        HOP-PFI-Va2.bareme-calcul.vague-1-et-2    | -                                                | S0      | -
        HOP-DPI-Va1.bareme                        | -                                                | S0      | -
        HOP-PFI-Va1.bareme                        | -                                                | S0      | -
        HOP-RI-Va1.bareme                         | -                                                |         | -
        RAD-RIS-Va1.bareme                        | -                                                | W16 W23 | -
        IMG-RIS-Va2.bareme                        | -                                                |         | -
        IMG-DB-Va2.bareme                         | -                                                | W49     | -
        BIO-SGL-Va1.bareme                        | -                                                |         | -
        BIO-LOINC-Va1.bareme                      | -                                                |         | -
        BIO-SGL-Va2.bareme                        | -                                                |         | -
        OFF-LGO-Va1.bareme                        | -                                                | W45 W46 | -
        OFF-LGO-Va2.bareme                        | -                                                |         | -
        MS1-DUI-Va1.bareme                        | -                                                |         | -
        MS2-DUI-Va1.bareme                        | -                                                |         | -`),
      ),
    );
  });

  it('U01 the keys that count a beneficiary once', () => {
    assert.deepEqual(
      byId([...REGULATION.unicite.values()].map((held) => rowFrom(held, held.value?.join(' / ')))),
      byId(
        rowsOf(`
        HOP-DPI-Va2.unicite-par-vague            | finess-pmsi            | S2  | ok
        HOP-DPI-Va2.unicite-par-sons             | finess-pmsi            | S2  | ok
        HOP-PFI-Va2.unicite-par-vague            | finess-pmsi            | S2  | ok
        HOP-PFI-Va2.unicite-par-sons             | finess-pmsi            | S2  | ok
        IMG-RIS-Va2.unicite-par-vague            | siren                  | S2  | ok
        IMG-RIS-Va2.unicite-par-sons             | finess-geo / numero-am | S2  | ok
        IMG-DB-Va2.unicite-par-vague             | siren                  | S2  | ok
        IMG-DB-Va2.unicite-par-sons              | finess-geo / numero-am | S2  | ?
        MDV-LGC-Va2.unicite-par-vague.structure  | finess-geo             | S2  | ok
        MDV-LGC-Va2.unicite-par-sons.structure   | finess-geo             | S2  | ok
        MDV-LGC-Va2.unicite-par-vague.liberal    | rpps                   | S2  | ok
        MDV-LGC-Va2.unicite-par-sons.liberal     | rpps                   | S2  | ok
        MDV-LGC-Va1.unicite-par-sons.liberal     | medecin                | S1  | ok
        MDV-LGC-Va1.unicite-par-sons.structure   | structure              | S1  | ok
        MS1-DUI-Va1.unicite-par-sons             | finess-geo / siret     | W32 | ok
        MS2-DUI-Va1.unicite-par-sons             | finess-geo / siret     | W32 | ok
        OFF-LGO-Va1.unicite-par-sons             | -                      |     | -
        OFF-LGO-Va2.unicite-par-sons             | -                      |     | -`),
      ),
    );
  });

  it('M06 M07 M08 M09 the statements: tax, rounding, invoice, order, what the price covers', () => {
    assert.deepEqual(
      byId(
        [...REGULATION.enonces.values()].map((held) =>
          rowFrom(held, Array.isArray(held.value) ? held.value.join(' / ') : String(held.value)),
        ),
      ),
      byId(
        rowsOf(`
        calendrier.avant-l-heure                     | true       | W5          | ok
        calendrier.jour-depasse                      | true       | DSIH-4647   | ?
        vague-1.date-de-livraison-ferme              | 2023-04-28 | W37         | ok
        vague-1.attestation-de-fin-de-prestation     | 2023-09-20 | W37         | ok
        vague-1.cloture-du-secteur-sanitaire         | 2023-12-14 | W54         | ?
        vague-1.modele-de-solde-impose               | 2022-01-18 | W3          | ok
        vague-1.commande-apres-arrete                | true       | S1          | ok
        BIO-SGL-Va1.vague-1-bis                      | true       | W62         | ?
        commande.avant-fin-avance                    | true       | W13         | ok
        commande.delai-risque-de-l-editeur           | true       | W51         | ok
        commande.mention-sous-condition              | true       | W4c         | ok
        HOP-DPI-Va2.bareme-variable                  | activite-combinee-2022 | S0 | ok
        HOP-PFI-Va2.bareme-variable                  | activite-combinee-2022 | S0 | ok
        HOP.tranches-identiques                      | true       | S0          | ok
        HOP.prix-double-prestation                   | true       | S0          | ok
        MDV-LGC-Va1.effectifs                        | derniers-effectifs-declares | S1 | ok
        OFF-LGO-Va1.bareme-variable                  | chiffre-d-affaires-rembourse-hors-produits-onereux | W45 W46 | ?
        RAD-RIS-Va1.bareme-variable                  | examens-par-an | W23     | ok
        RAD-RIS-Va1.service-de-calcul                | admin@segur-numerique.fr | W16 | ok
        IMG-DB-Va2.materiel                          | 100 %      | W49         | ?
        tva.bareme-ttc                               | true       | S1          | ok
        tva.assujettissement                         | fournisseur | S2 W4c W17 | ok | client-final (S1)
        tva.mentions-du-bon-de-commande              | montant-ht / taux-tva / montant-ttc | W17 W18 | ok
        tva.plafond-compare                          | montant-ht | W17 W18     | ok
        tva.plafonds-publies                         | montant-ht / montant-ttc | W16 | ok
        tva.prestation-soumise                       | true       | W32         | ok
        tva.preuve-de-non-assujettissement           | true       | S2 W4c      | ok
        arrondi.fichiers-corriges                    | true       | W16         | ok
        facture.montant-total                        | 100 %      | W33         | ok
        facture.part-segur                           | true       | W22 W33     | ok
        facture.non-nulle                            | true       | S2 W20 W21  | ok
        commande.non-nulle                           | true       | S2 W20 W21  | ok
        solde.inferieur-a-l-avance                   | true       | S2          | ok
        prestation.double-sans-vague-1               | true       | S0 S3 W12 W21 | ok
        prix.couvre                                  | droits-d-utilisation / maintenance-corrective / installation-y-compris-heures-non-ouvrees / configuration / qualification / flux / formation / documentation / suivi-de-projet / portabilite | S0 S1 S3 W24 | ok
        prix.ne-couvre-pas                           | boites-mss / changement-complet-de-logiciel / rattrapage-de-version-obsolete / infrastructure-supplementaire | S1 S4 W14 W60 | ok
        HOP-DPI-Va2.beneficiaire                     | personne-morale | S2     | ok
        HOP-PFI-Va2.beneficiaire                     | personne-morale | S2     | ok
        IMG-RIS-Va2.beneficiaire                     | personne-morale | S2     | ok
        IMG-DB-Va2.beneficiaire                      | personne-morale | S2     | ok
        MDV-LGC-Va2.beneficiaire-structure           | personne-morale | S2     | ok
        MDV-LGC-Va2.beneficiaire-liberal             | medecin-liberal | S2     | ok
        IMG.ordre-de-depot                           | IMG-RIS-Va2 / IMG-DB-Va2 | S2 | ok
        HOP.base-es-eligibles                        | true | S0 S2 S3 | ok
        HOP.fusion-declaration                       | true | S2 | ok
        HOP.fusion-finess                            | historiques | S2 | ok
        HOP.fusion-plafond                           | somme | S2 | ok
        HOP.finess-pmsi                              | finess-juridique-public-et-dialyse-privee / finess-geographique-autre-prive | S2 | ok
        IMG-RIS-Va2.deja-vague-1                     | true       | S2          | ok
        unicite.un-financement-par-etablissement     | true       | W14 W20     | ok
        MDV-LGC-Va1.medecins                         | liberal / inscrit-a-l-ordre / rpps / hors-biologie / hors-imagerie | S1 | ok
        MDV-LGC-Va1.structures                       | msp / centre-de-sante-hors-dentaire-ou-infirmier / aci-2017 / effectifs-declares | S1 | ok
        MS.categories-finess                         | 4100 / 4300 / 4400 / 4600 | W52 | ?
        MS.organisme-gestionnaire                    | finess-juridique | W52   | ?`),
      ),
    );
  });
});

function told(formule: Formule | null): string {
  switch (formule?.type) {
    case undefined:
      return '-';
    case 'forfait':
      return `${formule.montant} ${formule.taxe}`;
    case 'forfait-plus-unite':
      return `${formule.fixe} + ${formule.parUnite} × ${formule.unite} ${formule.taxe}`;
    case 'affine-par-tranches':
      return formule.type;
    case 'table':
      return formule.table;
  }
}
