import assert from 'node:assert/strict';
import fc from 'fast-check';
import { luhnChecksumDigit } from 'stdnum/lib/esm/util/checksum';
import { validate as validateSiren } from 'stdnum/lib/esm/fr/siren';
import { validate as validateSiret } from 'stdnum/lib/esm/fr/siret';
import { finessKeyHolds, isFiness } from '../../server/src/registry/finess';
import { passesLuhn } from '../../server/src/registry/luhn';
import { isSiren, isSiret } from '../../server/src/rules/identifiants/company-number';
import { isPhone, readPhone } from '../../server/src/rules/identifiants/read-phone';

const DIGITS = Array.from('0123456789');

describe("Luhn's key", () => {
  it('I02: holds for the genuine FINESS numbers, Corsica included', () => {
    for (const number of ['010000347', '010780914', '770816478', '870000064', '2A0000154', '2A0000204']) {
      assert.ok(isFiness(number), number);
      assert.equal(finessKeyHolds(number), true, number);
    }
  });

  it('I02: fails for a dummy number, and says nothing where a letter has no known value', () => {
    assert.equal(finessKeyHolds('111111111'), false);
    assert.equal(finessKeyHolds('9C0000000'), undefined);
  });

  it('I05: holds for the RPPS of the documentation, not for the example of the ASP', () => {
    assert.deepEqual(['10000005479', '10000001916', '75000036828'].map(passesLuhn), [true, true, false]);
  });

  it('I03: the SIREN of the deck has it; La Poste has its own for its SIRET', () => {
    assert.ok(passesLuhn('268708518'));
    assert.ok(validateSiren('268708518').isValid);
    assert.equal(validateSiret('35600000009075').isValid, true);
    assert.equal(validateSiret('35600000009076').isValid, false);
  });

  it('I03: a SIREN and a SIRET are right where stdnum has them right', () => {
    const digits = (length: number): fc.Arbitrary<string> =>
      fc.string({ unit: fc.constantFrom(...DIGITS), minLength: length, maxLength: length });
    const ofLaPoste = digits(5).map((nic) => `356000000${nic}`);
    fc.assert(
      fc.property(digits(9), (text) => {
        assert.equal(isSiren(text), validateSiren(text).isValid);
      }),
    );
    fc.assert(
      fc.property(fc.oneof(digits(14), ofLaPoste, fc.constant('35600000000048')), (text) => {
        assert.equal(isSiret(text), validateSiret(text).isValid);
      }),
      { numRuns: 500 },
    );
    for (const text of ['', '1234567', '268 708 518']) assert.ok(!isSiren(text) && !isSiret(text), text);
  });

  it('I02 I05: is the one that stdnum computes, on digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 1, maxLength: 20 }), (digits) => {
        const key = luhnChecksumDigit(digits);
        for (const last of '0123456789') assert.equal(passesLuhn(digits + last), last === key);
      }),
    );
    for (const text of ['', '2A0000154', '26 870', '-18']) assert.equal(passesLuhn(text), false, text);
  });
});

describe('phone numbers', () => {
  it('I06: a number is right with +33 and nine digits, or with the code of an overseas territory', () => {
    for (const text of ['+33123456789', '+33612345678', '+262262123456', '+687 12 34 56']) {
      assert.ok(isPhone(text), text);
    }
    for (const text of ['+330123456789', '+3312345678', '0123456789', '+33 1 23 45 67 89', '+32123456789']) {
      assert.ok(!isPhone(text), text);
    }
  });

  it('I06: what is read is a right number', () => {
    const mark = fc.constantFrom('', ' ', '.', '-', '\u00a0');
    const prefix = fc.constantFrom('0', '+33', '+33 (0)', '0033', '+330', '33', '');
    fc.assert(
      fc.property(
        prefix,
        mark,
        fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 9, maxLength: 9 }),
        (before, between, digits) => {
          const read = readPhone(before + between + [...digits].join(between));
          if (digits.startsWith('0')) assert.equal(read, undefined);
          if (read) assert.ok(isPhone(read.number) && read.number.endsWith(digits), read.number);
        },
      ),
    );
  });

  it('I06: a national number of an overseas territory is never given the code of the mainland', () => {
    for (const [text, number] of [
      ['0262 12 34 56', '+262262123456'],
      ['06 39 12 34 56', '+262639123456'],
      ['+33 (0)690 12 34 56', '+590690123456'],
      ['0594 12 34 56', '+594594123456'],
      ['0696 12 34 56', '+596696123456'],
      ['0508 41 23 45', '+508508412345'],
    ] as const) {
      assert.deepEqual(readPhone(text), { number, sure: false });
    }
    assert.equal(readPhone('0976 12 34 56'), undefined);
  });
});
