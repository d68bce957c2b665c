import type { Langue } from './langue';

/** A quantity in a sentence, which each language writes its own way: cents of a sum, hundredths of a per cent. */
export type Quantity = { readonly euros: bigint } | { readonly pourcent: bigint };

/** Cents as a text: `1 234,56 €`, `€1,234.56`. Its blanks do not break. */
export function amountText(cents: bigint, langue: Langue): string {
  const [whole, decimals] = partsOf(cents < 0n ? -cents : cents);
  const sign = cents < 0n ? '-' : '';
  return langue === 'fr'
    ? `${sign}${inThousands(whole, '\u00A0')},${decimals}\u00A0€`
    : `${sign}€${inThousands(whole, ',')}.${decimals}`;
}

/** Hundredths of a per cent as a text: `20 %`, `5,5 %`, `5.5%`. */
export function rateText(rate: bigint, langue: Langue): string {
  const [whole, hundred] = partsOf(rate);
  const decimals = hundred.replace(/0{1,2}$/, '');
  const number = decimals === '' ? whole : `${whole}.${decimals}`;
  return langue === 'fr' ? `${number.replace('.', ',')}\u00A0%` : `${number}%`;
}

export function quantityText(quantity: Quantity, langue: Langue): string {
  return 'euros' in quantity ? amountText(quantity.euros, langue) : rateText(quantity.pourcent, langue);
}

/** As data writes it, in no language: `1234.56`, `20.00`. */
export function plainQuantity(quantity: Quantity): string {
  return plainHundredths('euros' in quantity ? quantity.euros : quantity.pourcent);
}

/** Hundredths with a point and two decimals: `300.00`. */
export function plainHundredths(value: bigint): string {
  const [whole, decimals] = partsOf(value < 0n ? -value : value);
  return `${value < 0n ? '-' : ''}${whole}.${decimals}`;
}

function partsOf(value: bigint): readonly [string, string] {
  const digits = String(value).padStart(3, '0');
  return [digits.slice(0, -2), digits.slice(-2)];
}

function inThousands(digits: string, between: string): string {
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3);
  return (padded.match(/.{3}/g) ?? []).join(between).trimStart();
}
