import { partRule } from '../rule';
import { comparedInvoices, invoiceWording, type ComparedInvoice } from './compared-invoices';

/** M10: the service is invoiced in one piece. A beneficiary removed since the avance may explain less, hence a warning. */
export const facturePartielle = partRule<ComparedInvoice>({
  code: 'facture-partielle',
  famille: 'montants',
  severity: 'warning',
  inventaire: ['M10'],
  sources: ['W33'],
  detect: (part) => comparedInvoices(part, (ecart) => ecart < 0n),
  where: ({ node }) => node,
  wording: invoiceWording,
});
