import { partRule } from '../rule';
import { comparedInvoices, invoiceWording, type ComparedInvoice } from './compared-invoices';

/** M09: the Ségur part of the invoice does not exceed the amount declared for the avance, here as the request itself states it. */
export const factureSuperieureAvance = partRule<ComparedInvoice>({
  code: 'facture-superieure-avance',
  famille: 'montants',
  severity: 'error',
  inventaire: ['M09'],
  sources: ['W22', 'W33'],
  detect: (part) => comparedInvoices(part, (ecart) => ecart > 0n),
  where: ({ node }) => node,
  wording: invoiceWording,
});
