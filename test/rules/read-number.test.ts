import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decimalComma, numberInText } from '../../server/src/rules/valeurs/read-number';

const DIGITS = Array.from('0123456789');

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: min, maxLength: max });

describe('numbers as people write them', () => {
  for (const [raw, number] of [
    ['300,00', '300.00'],
    ['0,5', '0.5'],
    ['0,125', '0.125'],
    ['1 200,50', '1200.50'],
    ['1\u00a0200,50', '1200.50'],
    ['1\u202f200\u202f300,5', '1200300.5'],
    ['1.200,00', '1200.00'],
    ['1.200,000', '1200.000'],
    ['1234,567', '1234.567'],
    ['-5,00', '-5.00'],
    ['+5,00', '5.00'],
    [' 300,00 ', '300.00'],
  ] as const) {
    it(`J09: decimalComma reads ${JSON.stringify(raw)} as ${number}`, () => {
      assert.equal(decimalComma(raw), number);
    });
  }

  it('J09: decimalComma reads neither the ambiguous nor the rest', () => {
    const refused = [
      '1,200',
      '12,345',
      '1,2,3',
      '1 20,5',
      '12.00,5',
      '0 123,5',
      '007,5',
      '300,',
      ',5',
      '300.00',
      '1,200.50',
    ];
    for (const raw of [...refused, '', ',', 'a,b', '3,5 €']) assert.equal(decimalComma(raw), undefined, raw);
  });

  for (const [raw, number] of [
    ['300.00', '300.00'],
    ['300', '300'],
    [' 300.00 ', '300.00'],
    ['1 200.50', '1200.50'],
    ['1\u202f200', '1200'],
    ['-5', '-5'],
    ['0.125', '0.125'],
    ['1234.567', '1234.567'],
    ['3e2', '3e2'],
  ] as const) {
    it(`J09: numberInText reads ${JSON.stringify(raw)} as ${number}`, () => {
      assert.equal(numberInText(raw), number);
    });
  }

  it('J09: numberInText reads neither the ambiguous nor the rest', () => {
    const refused = [
      '1.200',
      '1.200.300',
      '300,00',
      '0300',
      '.5',
      '5.',
      '1 20',
      'trois cents',
      '',
      ' ',
      '0x1F',
      'Infinity',
    ];
    for (const raw of refused) assert.equal(numberInText(raw), undefined, raw);
  });

  it('J09: what is read is a JSON number with the same digits', () => {
    fc.assert(
      fc.property(digits(1, 12), digits(1, 5), fc.constantFrom(',', '.'), (whole, decimals, separator) => {
        const raw = whole + separator + decimals;
        const number = decimalComma(raw) ?? numberInText(raw);
        if (number === undefined) return;
        assert.equal(typeof JSON.parse(number), 'number');
        assert.equal(number, raw.replace(',', '.'));
      }),
    );
  });
});
