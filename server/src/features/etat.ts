import { demandesKo } from '../analysis/ko';
import type { Recognition } from '../formats/recognise';
import type { Format } from '../formats/format';
import { translate, type Langue } from '../messages/catalogue';
import type { CheckedDocument } from './document';
import { sonsLabel } from './sons-label';

/** What the status item tells of a file; undefined for a file that is not ours. */
export interface FileState {
  readonly format: string;
  /** The same in a few signs, for a line that does not wrap: "HOP-DPI-Va2 · demandes d'avance"; empty for a file left alone. */
  readonly court: string;
  readonly detail: string;
  readonly verifie: boolean;
  /** Undefined for a candidature, which has none. */
  readonly demandes: number | undefined;
  /** Requests with at least one error: the portal would refuse these, and these alone. */
  readonly ko: number;
  readonly constats: number;
}

export function fileState({ analysis, langue }: CheckedDocument): FileState | undefined {
  const { recognition, dossier, findings } = analysis;
  switch (recognition.kind) {
    case 'autre':
      return undefined;
    case 'ignore':
      return unchecked(translate(langue, 'etat.ignore'), translate(langue, 'etat.ignore.detail'));
    case 'format': {
      return {
        format: formatLabel(recognition.format, langue),
        court: labelOf(recognition.format, langue, (sons) => sons),
        detail: reasonOf(recognition, langue),
        verifie: true,
        demandes: recognition.format.requestPath && (dossier?.readings.length ?? 0),
        ko: demandesKo(findings).size,
        constats: findings.length,
      };
    }
  }
}

/** "Médecins de ville – LGC – vague 2 · demandes d'avance". */
export function formatLabel(format: Format, langue: Langue): string {
  return labelOf(format, langue, (sons) => sonsLabel(sons, langue));
}

function labelOf({ sons, etape }: Format, langue: Langue, name: (sons: string) => string): string {
  const step = translate(langue, `etape.${etape}`);
  if (etape === 'candidature') return step;
  return `${sons === undefined ? translate(langue, 'sons.inconnu') : name(sons)} · ${step}`;
}

function reasonOf({ by }: Extract<Recognition, { kind: 'format' }>, langue: Langue): string {
  return translate(langue, `etat.reconnu.${by}`);
}

function unchecked(format: string, detail: string): FileState {
  return { format, court: '', detail, verifie: false, demandes: 0, ko: 0, constats: 0 };
}
