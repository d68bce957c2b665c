import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatEuros, readCents } from '../../server/src/regulation/cents';

describe('cents', () => {
  it('J09: any amount with two decimals is read to the cent and written back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (cents) => {
        assert.deepEqual(readCents(formatEuros(cents)), { cents, exact: true });
      }),
    );
  });

  it('J09: rounds half a cent away from zero, on the digits', () => {
    const rounded = (raw: string): string => formatEuros(readCents(raw)?.cents ?? 0n);
    assert.equal(rounded('1.005'), '1.01');
    assert.equal(rounded('1.00499999999999999999999999'), '1.00');
    assert.equal(rounded('-1.005'), '-1.01');
    assert.equal(rounded('99999999999999999.995'), '100000000000000000.00');
    assert.equal(rounded('0.004'), '0.00');
  });

  it('J09: says whether anything was lost', () => {
    assert.equal(readCents('300.0000')?.exact, true);
    assert.equal(readCents('300.001')?.exact, false);
  });

  it('J09: reads an exponent, and refuses one that would fill the memory', () => {
    assert.deepEqual(readCents('1.5e3'), { cents: 150000n, exact: true });
    assert.deepEqual(readCents('12345E-3'), { cents: 1235n, exact: false });
    assert.equal(readCents('1e999999999'), undefined);
    assert.equal(readCents('1e-999999999'), undefined);
    assert.ok(readCents('1'.repeat(1_000_000)) === undefined);
  });

  it('J09: refuses what is no JSON number', () => {
    for (const raw of ['', '300,00', '1 200', '.5', '5.', '+5', 'NaN', 'x']) {
      assert.equal(readCents(raw), undefined, raw);
    }
  });
});
