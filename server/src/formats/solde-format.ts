import { commonFormat } from './bundled';
import type { Format } from './format';
import type { FormatRegistry } from './registry';

/** The model of the soldes that follow the avances of a model; undefined for what is no avance. */
export function soldeFormatOf({ etape, sons }: Format, registry: FormatRegistry): Format | undefined {
  if (etape !== 'avance') return undefined;
  const own = registry.all.find((format) => format.etape === 'solde' && format.sons === sons);
  return own ?? registry.get(commonFormat('solde'));
}
