import { VALID } from '../../support/liberal-request';

/** One request of a liberal doctor with two slips: a French boolean and a decimal comma. */
export const WITH_SLIPS = VALID.replace('"assujettiTVA": true', '"assujettiTVA": vrai').replace(
  '300.00',
  '300,00',
);

export const MENDED = VALID;
