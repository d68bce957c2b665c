import assert from 'node:assert/strict';
import { IGNORED, recognise, type Recognition } from '../../server/src/formats/recognise';
import { FormatRegistry } from '../../server/src/formats/registry';
import { cutDocument } from '../../server/src/syntax/document';
import { NAMED_FORMATS, validFile } from '../support/valid-files';

const registry = new FormatRegistry();

function told(name: string, text: string, choice?: string): string {
  const { envelope } = cutDocument(text, registry.requestPaths);
  return inWords(recognise(name, envelope.root, choice, registry));
}

function inWords(recognition: Recognition): string {
  switch (recognition.kind) {
    case 'format':
      return `${recognition.format.id} (${recognition.by})`;
    default:
      return recognition.kind;
  }
}

describe('recognising a file', () => {
  for (const format of NAMED_FORMATS) {
    it(`${format.id}: by its content, then by its name`, () => {
      const text = validFile(format);
      assert.equal(told('depot.json', text), `${format.id} (contenu)`);
      assert.equal(told(`mars.${format.etape.toUpperCase()}.json`, text), `${format.id} (nom)`);
    });
  }

  const cases: readonly (readonly [title: string, name: string, text: string, told: string])[] = [
    ['an empty file of our name', 'a.avance.json', '', 'commun.avance (nom)'],
    ['a file of our name that does not say its SONS', 'a.avance.json', '{}', 'commun.avance (nom)'],
    ['a SONS that we do not know', 'a.avance.json', '{"sons": "BIO-SGL-Va2"}', 'commun.avance (nom)'],
    ['a solde by its name', 'a.solde.json', '{"sons": "HOP-DPI-Va2"}', 'HOP-DPI-Va2.solde (nom)'],
    [
      'a solde by its content',
      'a.json',
      '{"typeDemande": "SOLDE", "sons": "HOP-DPI-Va2", "demandes": []}',
      'HOP-DPI-Va2.solde (contenu)',
    ],
    ['an empty file of soldes', 'a.solde.json', '', 'commun.solde (nom)'],
    ['a solde whose SONS we do not know', 'a.solde.json', '{"sons": "BIO-SGL-Va2"}', 'commun.solde (nom)'],
    [
      'a solde with a letter of its SONS wrong',
      'a.solde.json',
      '{"sons": "IMG-RIS-Vb2"}',
      'IMG-RIS-Va2.solde (nom)',
    ],
    [
      'a misspelt SONS',
      'a.json',
      '{"typeDemande": "", "sons": "hop_dpi_va2", "demandes": []}',
      'HOP-DPI-Va2.avance (contenu)',
    ],
    ['a SONS with a letter wrong', 'a.avance.json', '{"sons": "IMG-RIS-Vb2"}', 'IMG-RIS-Va2.avance (nom)'],
    ['a SONS between two', 'a.avance.json', '{"sons": "MDV-LGC-Va3"}', 'commun.avance (nom)'],
    ['a SONS without quotes', 'a.avance.json', '{"sons": MDV-LGC-Va2}', 'MDV-LGC-Va2.avance (nom)'],
    ['a misspelt key', 'a.avance.json', '{"SONS": "MDV-LGC-Va2"}', 'MDV-LGC-Va2.avance (nom)'],
    [
      'a SONS and one more tag',
      'a.json',
      '{"sons": "HOP-PFI-Va2", "demandes": []}',
      'HOP-PFI-Va2.avance (contenu)',
    ],
    ['another JSON', 'package.json', '{"name": "x", "version": "1"}', 'autre'],
    ['a JSON with one tag of ours', 'a.json', '{"sons": ["do", "ré"], "x": 1}', 'autre'],
    ['a JSON with a SONS only', 'a.json', '{"sons": "HOP-DPI-Va2"}', 'autre'],
    ['a list', 'a.json', '[1, 2]', 'autre'],
    ['no JSON at all', 'a.json', 'bonjour', 'autre'],
  ];
  for (const [title, name, text, expected] of cases) {
    it(title, () => {
      assert.equal(told(name, text), expected);
    });
  }

  it("the user's choice wins over name and content", () => {
    const text = '{"sons": "HOP-DPI-Va2", "demandes": []}';
    assert.equal(told('a.solde.json', text, 'MDV-LGC-Va2.avance'), 'MDV-LGC-Va2.avance (choix)');
    assert.equal(told('a.avance.json', text, IGNORED), 'ignore');
    assert.equal(told('a.json', text, 'inconnu.avance'), 'HOP-DPI-Va2.avance (contenu)');
  });
});
