/** True when the digits satisfy Luhn's key: counted from the right, every second one doubled, a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let rank = 0; rank < digits.length; rank++) {
    const digit = digits.charCodeAt(digits.length - 1 - rank) - 0x30;
    if (digit < 0 || digit > 9) return false;
    const counted = rank % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return digits !== '' && sum % 10 === 0;
}
