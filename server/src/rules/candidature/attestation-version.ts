import type { Champ } from '../../dossier/candidature/bloc';
import { candidatureRule } from '../rule';
import { sameVersion } from './versions';

interface Different {
  readonly attestation: Champ<string>;
  readonly referencee: Champ<string>;
  readonly suffix: 'differente' | 'zeros';
}

/** V02: an attestation whose version is not that of the ANS's file is rejected at the enrolment. */
export const attestationVersion = candidatureRule<Different>({
  code: 'attestation-version',
  famille: 'candidature',
  severity: 'error',
  inventaire: ['V02'],
  sources: ['S2'],
  detect: ({ solution: { versionAttestation: attestation, versionReferencee: referencee } }) => {
    const [one, other] = [attestation.valeur ?? '', referencee.valeur ?? ''];
    if (one.trim() === '' || other.trim() === '' || sameVersion(one, other)) return [];
    const suffix = sameVersion(withoutZeros(one), withoutZeros(other)) ? 'zeros' : 'differente';
    return [{ attestation, referencee, suffix }];
  },
  where: ({ attestation }) => attestation.place,
  // Whether 4.2 is read as 4.2.0, no text tells.
  doubtful: ({ suffix }) => suffix === 'zeros',
  wording: ({ attestation, referencee, suffix }) => ({
    suffix,
    params: { attestation: attestation.valeur ?? '', referencee: referencee.valeur ?? '' },
  }),
});

function withoutZeros(version: string): string {
  return version.trim().replace(/(?:\.0{1,9}){1,9}$/, '');
}
