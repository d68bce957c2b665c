import assert from 'node:assert/strict';
import { nearTag } from '../../server/src/formats/near-tag';
import { nearValue } from '../../server/src/formats/near-value';
import type { Tag } from '../../server/src/formats/shape';
import { NAMED_FORMATS } from '../support/valid-files';

const tags: readonly Tag[] = NAMED_FORMATS.flatMap(({ root, request }) => [
  ...root.tags,
  ...(request.kind === 'object' ? request.tags : []),
]);
const tagNamed = (name: string, ...variants: string[]): Tag => {
  const [model] = tags;
  assert.ok(model);
  return { ...model, name, variants };
};

const CANDIDATES = [
  tagNamed('aidesDeMinimis'),
  tagNamed('montantHT'),
  tagNamed('montantTTC'),
  tagNamed('nomRepresentant', 'nomReprésentant'),
  tagNamed('RPPS'),
  tagNamed('sons'),
];

const near = (name: string): string | undefined => {
  const found = nearTag(name, CANDIDATES);
  return found && `${found.name} ${found.slip}`;
};

describe('J04 the tag that a key misspells', () => {
  const cases: readonly (readonly [written: string, found: string | undefined])[] = [
    ['AidesDeMinimis', 'aidesDeMinimis casse'],
    ['rpps', 'RPPS casse'],
    ['aides_de_minimis', 'aidesDeMinimis accent'],
    ['aidesDeMinimis ', 'aidesDeMinimis accent'],
    ['\u200BaidesDeMinimis', 'aidesDeMinimis accent'],
    ['nomRepresentânt', 'nomRepresentant accent'],
    ['aideDeMinimis', 'aidesDeMinimis pluriel'],
    ['aidesDeMinimi', 'aidesDeMinimis pluriel'],
    ['nomRepresentants', 'nomRepresentant pluriel'],
    ['aidesDeMinmis', 'aidesDeMinimis lettre'],
    ['aidesDeMiinmis', 'aidesDeMinimis lettre'],
    ['nomReprÃ©sentant', 'nomReprésentant encodage'],
    ['nomRepr\uFFFDsentant', 'nomReprésentant encodage'],
    ['montantHTC', undefined],
    ['montant', undefined],
    ['commentaire', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ];
  for (const [written, found] of cases) {
    it(`${JSON.stringify(written)}: ${found ?? 'none'}`, () => {
      assert.equal(near(written), found);
    });
  }

  it('none where two tags are as near', () => {
    assert.equal(nearTag('Montant', [tagNamed('montant'), tagNamed('MONTANT')]), undefined);
  });
});

describe('J08 the value of a list that a text misspells', () => {
  const values = ['VAGUE_2', 'VAGUE_1_ET_2', 'CENTRE_DE_SANTE'];
  const cases: readonly (readonly [written: string, found: string | undefined])[] = [
    ['vague 2', 'VAGUE_2 graphie'],
    ['Centre de santé', 'CENTRE_DE_SANTE graphie'],
    ['VAGUE_3', 'VAGUE_2 lettre'],
    ['VAGUE_1_ET_', 'VAGUE_1_ET_2 lettre'],
    ['VAGUE_1', 'VAGUE_2 lettre'],
    ['HOPITAL', undefined],
    ['', undefined],
  ];
  for (const [written, found] of cases) {
    it(`${JSON.stringify(written)}: ${found ?? 'none'}`, () => {
      const close = nearValue(values, written);
      assert.equal(close && `${close.value} ${close.slip}`, found);
    });
  }

  it('none where two values are as near', () => {
    assert.equal(nearValue(['MDV-LGC-Va1', 'MDV-LGC-Va2'], 'MDV-LGC-Va3'), undefined);
  });
});
