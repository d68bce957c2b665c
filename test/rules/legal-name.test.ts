import assert from 'node:assert/strict';
import fc from 'fast-check';
import { legalNames, LONGEST_NAME } from '../../server/src/rules/pieces/legal-name';

const names = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 70 }), { maxLength: 8 });

describe('legal names of attachments', () => {
  it('P01: are legal and differ from each other, whatever the names', () => {
    fc.assert(
      fc.property(names, (written) => {
        const legal = legalNames(written);
        for (const name of legal) assert.match(name, new RegExp(`^[A-Za-z0-9._-]{1,${LONGEST_NAME}}$`));
        const made = legal.filter((name, rank) => name !== written[rank]).map((name) => name.toLowerCase());
        assert.equal(new Set(made).size, made.length);
        for (const name of made) {
          assert.ok(!written.some((other) => other.toLowerCase() === name && legal.includes(other)));
        }
      }),
    );
  });

  it('P01: do not change any more once they are legal', () => {
    fc.assert(
      fc.property(names, (written) => {
        const legal = legalNames(written);
        assert.deepEqual(legalNames(legal), legal);
      }),
    );
  });

  it('P01: keep the extension, the words and their case', () => {
    assert.deepEqual(
      legalNames([
        'Bon de commande signé (2).PDF',
        'œuvre.png',
        '€.pdf',
        `${'a'.repeat(60)}.jpeg`,
        'sans extension',
      ]),
      ['Bon-de-commande-signe-2.PDF', 'oeuvre.png', 'piece.pdf', `${'a'.repeat(45)}.jpeg`, 'sans-extension'],
    );
  });
});
