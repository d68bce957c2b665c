/** `numerator / denominator` to the nearest whole, a half away from zero: the only place where money is rounded. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const [top, bottom] = [magnitude(numerator), magnitude(denominator)];
  const quotient = (2n * top + bottom) / (2n * bottom);
  return negative ? -quotient : quotient;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
