import assert from 'node:assert/strict';
import { hoverAt } from '../../server/src/features/hover';
import { MarkupContent } from 'vscode-languageserver-types';
import type { Langue } from '../../server/src/messages/catalogue';
import type { CheckedDocument } from '../../server/src/features/document';
import { Lexer } from '../../server/src/syntax/lexer';
import { fileNameOf, NAMED_FORMATS, validFile, validFileOf } from '../support/valid-files';
import { checkedText } from '../support/checked';

/** The hover text and the stretch it speaks of, where `found` first stands. */
function hoverOn(text: string, found: string, langue: Langue = 'fr'): { value: string; of: string } {
  const checked = checkedText(text, { langue });
  const at = text.indexOf(found);
  assert.ok(at >= 0, `${found} is not in the text`);
  const told = hoverIn(checked, at + 1);
  assert.ok(told, `nothing told of ${found}`);
  return told;
}

function hoverIn(checked: CheckedDocument, offset: number): { value: string; of: string } | undefined {
  const hover = hoverAt(checked, checked.document.positionAt(offset));
  if (!hover) return undefined;
  assert.ok(MarkupContent.is(hover.contents) && hover.range);
  return { value: hover.contents.value, of: checked.document.getText(hover.range) };
}

describe('hover', () => {
  it('explains a key: its name, what it is, its form, null, its attestation and its sources', () => {
    const { value, of } = hoverOn(validFileOf('HOP-DPI-Va2'), '"FINESSPMSI"');
    assert.equal(of, '"FINESSPMSI"');
    assert.match(
      value,
      /^\*\*FINESS PMSI\*\* · `FINESSPMSI`\n\nLe FINESS juridique d'un établissement public/,
    );
    assert.match(value, /- \*\*Forme attendue\*\* : texte entre guillemets, 9 caractères/);
    assert.match(value, /- \*\*Si non concerné\*\* : `null`/);
    assert.match(value, /\*Reconstitué : reconstruction de ce projet/);
    assert.match(value, /\*Explication : support du webinaire ANS\/ASP du 03\/03\/2026 \(S2\) ; schéma XML/);
  });

  it('says the same of the value as of its key', () => {
    const text = validFileOf('MDV-LGC-Va2');
    const onValue = hoverOn(text, '"10000001239"');
    assert.equal(onValue.of, '"10000001239"');
    assert.equal(onValue.value, hoverOn(text, '"RPPS"').value);
    assert.match(onValue.value, /11 chiffres/);
    assert.match(onValue.value, /Officiel : support du webinaire ANS\/ASP du 03\/03\/2026 \(S2\)/);
  });

  it('lists a closed list, gives examples of an open one, the limit of a list and the empty list', () => {
    const text = validFileOf('IMG-RIS-Va2');
    assert.match(
      hoverOn(text, '"typePrestation"').value,
      /Valeurs acceptées\*\* : `VAGUE_2`, `VAGUE_1_ET_2`/,
    );
    assert.match(hoverOn(text, '"typeActivite"').value, /Par exemple\*\* : `Radiologie`/);
    assert.match(
      hoverOn(text, '"demandes"').value,
      /liste \[ … \], une demande par élément, 200 éléments au plus/,
    );
    assert.match(hoverOn(text, '"medecinsLiberaux"').value, /Si non concerné\*\* : `\[\]`/);
  });

  it('J14 says which spelling is uncertain, and the other one that is accepted', () => {
    const text = validFileOf('IMG-RIS-Va2').replace('clientsFinaux', 'clientsFiniaux');
    const { value } = hoverOn(text, '"clientsFiniaux"');
    assert.match(value, /`clientsFinaux`/);
    assert.match(value, /Autre orthographe acceptée\*\* : `clientsFiniaux`/);
    assert.match(value, /Lu par reconnaissance de caractères, orthographe à confirmer/);
  });

  it('tells the attestation of an item, which has no tag of its own', () => {
    const { value, of } = hoverOn(validFileOf('IMG-DB-Va2'), '"870000064"');
    assert.equal(of, '"870000064"');
    assert.match(value, /^\*\*FINESS géographique\*\*\n/);
    assert.match(value, /Officiel/);
  });

  it('explains a misspelt key as the tag that was meant', () => {
    const text = validFileOf('HOP-PFI-Va2').replace('"FINESSPMSI"', '"FinessPMSI"');
    assert.match(hoverOn(text, '"FinessPMSI"').value, /`FINESSPMSI`/);
  });

  it('says that the model does not know a key, whatever the key holds', () => {
    const text = validFileOf('HOP-PFI-Va2').replace('"sons"', '"x`y``z": 12, "sons"');
    const onKey = hoverOn(text, '"x`y``z"');
    assert.match(onKey.value, /^``` x`y``z ``` : le modèle/);
    assert.equal(hoverOn(text, '12').value, onKey.value);
  });

  it('answers on the brackets of a block, and stays quiet on the blanks inside', () => {
    const text = validFileOf('HOP-DPI-Va2');
    const checked = checkedText(text);
    const request = text.indexOf('{', text.indexOf('"demandes"'));
    assert.match(hoverIn(checked, request)?.value ?? '', /^\*\*Demande\*\*/);
    assert.equal(hoverIn(checked, request)?.of, '{');
    assert.equal(hoverIn(checked, request + 2), undefined);
    assert.match(hoverIn(checked, 0)?.value ?? '', /^\*\*Dépôt\*\*/);
    assert.match(hoverIn(checked, text.length - 1)?.value ?? '', /^\*\*Dépôt\*\*/);
  });

  it('speaks English when asked to', () => {
    const { value } = hoverOn(validFileOf('MDV-LGC-Va2'), '"telephoneMedecin"', 'en');
    assert.match(value, /^\*\*Telephone\*\*/);
    assert.match(value, /Expected form\*\*: text in quotes, \+33 and 9 digits/);
  });

  it('says nothing of a file that is not checked', () => {
    const checked = checkedText('{"a": 1}', { name: 'autre.json' });
    for (let offset = 0; offset <= 8; offset++) assert.equal(hoverIn(checked, offset), undefined);
  });

  for (const format of NAMED_FORMATS) {
    it(`answers on every key and every value of ${format.id}`, () => {
      const text = validFile(format, 2);
      const checked = checkedText(text, { name: fileNameOf(format) });
      const lexer = new Lexer(text, () => assert.fail('the sample is right'));
      let asked = 0;
      for (let token = lexer.next(); token.kind !== 'end'; token = lexer.next()) {
        if (token.kind === ',' || token.kind === ':') continue;
        for (let offset = token.start; offset < token.end; offset++) {
          const told = hoverIn(checked, offset);
          assert.ok(told, `nothing on ${text.slice(token.start, token.end)} at ${offset}`);
          assert.equal(told.of, text.slice(token.start, token.end));
          assert.ok(!/undefined|\{\w+\}|ne décrit pas/.test(told.value), told.value);
        }
        asked++;
      }
      assert.ok(asked > 100);
    });
  }

  it('answers or stays quiet at every offset of a text that is cut anywhere', () => {
    const text = validFileOf('IMG-RIS-Va2');
    for (let end = 0; end <= text.length; end += 37) {
      const checked = checkedText(text.slice(0, end));
      for (let offset = Math.max(0, end - 120); offset <= end; offset++) hoverIn(checked, offset);
    }
  });

  it('answers at every offset of texts full of slips', () => {
    const right = validFileOf('MDV-LGC-Va2', 2);
    for (const [before, after] of SLIPS) {
      const text = right.replaceAll(before, after);
      assert.notEqual(text, right);
      const checked = checkedText(text);
      let answers = 0;
      for (let offset = 0; offset <= text.length; offset++) if (hoverIn(checked, offset)) answers++;
      assert.ok(answers > text.length / 4, `${answers} answers in ${text.length} after ${before} → ${after}`);
    }
  });
});

const SLIPS: readonly (readonly [string, string])[] = [
  ['"RPPS":', 'RPPS:'],
  ['null', 'Null'],
  ['1200.00', '1200,00'],
  ['"beneficiaires": {', '"beneficiaires": '],
  ['}\n          ]', '}'],
  ['"sons": ', '"sons" '],
  ['true', '"true"'],
  ['"AVANCE"', '“AVANCE”'],
  ['\n', '\r\n'],
  ['"referenceDemande"', '"__proto__"'],
];
