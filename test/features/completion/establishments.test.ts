import assert from 'node:assert/strict';
import { completionAt } from '../../../server/src/features/completion/completion';
import type { Base } from '../../../server/src/registry/base';
import { parseJson } from '../../../server/src/syntax/parse';
import { baseOf } from '../../support/base';
import { atCursor, checkedText } from '../../support/checked';
import { validFileOf } from '../../support/valid-files';
import { accepted, assertFits, itemsAt, offeredAt, PLAIN, VS_CODE } from './accept';

const BASE = baseOf('hopitaux.json');
const LIMOGES = '870000064';
/** A hospital whose block is `fields`. */
const hop = (fields: string): string =>
  `{ "typeDemande": "AVANCE", "sons": "HOP-DPI-Va2", "demandes": [{ "beneficiaires": { "etablissements": [{ ${fields} }] } }] }`;
const img = (fields: string): string => hop(fields).replace('HOP-DPI', 'IMG-RIS').replace('"etab', '"Etab');
const offered = (marked: string, base: Base | undefined = BASE) =>
  offeredAt(marked, VS_CODE, undefined, base);

describe('completion of a FINESS', () => {
  it('I07 by a word of the name or by the number, with name, category and ceilings', () => {
    for (const typed of ['Limoges', 'limoges centre', '8700', 'hosp lim']) {
      const { items } = offered(hop(`"FINESSPMSI": "${typed}|"`));
      assert.deepEqual(
        items.map(({ label }) => label),
        [LIMOGES],
        typed,
      );
    }
    const item = offered(hop('"FINESSPMSI": "limog|"')).item(LIMOGES);
    assert.equal(item.labelDetails?.description, 'Centre hospitalier de Limoges (fictif)');
    assert.equal(
      item.detail?.replaceAll('\u00A0', ' '),
      'Centre hospitalier de Limoges (fictif) · Établissement public de santé · Plafond HOP-DPI-Va2, VAGUE_2 : 900,00 € HT, 1 080,00 € TTC · Plafond HOP-DPI-Va2, VAGUE_1_ET_2 : 1 500,00 € HT, 1 800,00 € TTC',
    );
  });

  it('I07 stays in the list of an editor that matches what is typed: the list is to be asked for at each character', () => {
    for (const typed of ['"Limoges|"', '"etangs |"', '"9900|"', 'étangs|', '"Étan|', 'null|', '|']) {
      const { text, offset } = atCursor(hop(`"FINESSPMSI": ${typed}`));
      const checked = checkedText(text, { base: BASE });
      const { isIncomplete, items } = completionAt(checked, checked.document.positionAt(offset), VS_CODE);
      assert.equal(isIncomplete, true, typed);
      const establishments = items.filter(({ detail }) => detail !== undefined);
      assert.ok(establishments.length > 0, typed);
      for (const { filterText = '' } of establishments) {
        assert.ok(filterText.startsWith(typed.slice(0, typed.indexOf('|'))), filterText);
      }
    }
  });

  it('writes the number in the place of what was typed, and fills name and SIREN where they are empty', () => {
    const filled = hop(
      `"nomStructure": "Centre hospitalier de Limoges (fictif)", "FINESSPMSI": "${LIMOGES}", "sirenClient": "268708518"`,
    );
    for (const empty of ['null', '""', '" "']) {
      const marked = hop(`"nomStructure": ${empty}, "FINESSPMSI": "limoges|", "sirenClient": ${empty}`);
      assert.equal(offered(marked).accept(LIMOGES), filled, empty);
    }
    const own = hop('"nomStructure": "Le mien", "FINESSPMSI": "|", "sirenClient": "1"');
    assert.equal(offered(own).accept(LIMOGES), own.replace('|', LIMOGES));
  });

  it('behind a colon, in the place of null, without quotation marks or with one that never closes', () => {
    for (const written of [' |', ' nul|l', ' Limoges|', ' "Limoges|']) {
      const after = offered(hop(`"FINESSPMSI":${written}`)).accept(LIMOGES);
      assert.equal(after.replace(/ +/g, ' '), hop(`"FINESSPMSI": "${LIMOGES}"`), written);
    }
  });

  it('in a list of FINESS géographiques: sites only, and the block around the list is filled', () => {
    const marked = img('"nomStructure": null, "FINESSGeos": ["étangs|"]');
    const { items, accept } = offered(marked);
    assert.deepEqual(
      items.filter(({ detail }) => detail !== undefined).map(({ label }) => label),
      ['990000127'],
    );
    assert.equal(
      accept('990000127'),
      img('"nomStructure": "Clinique des Étangs (fictif)", "FINESSGeos": ["990000127"]'),
    );
  });

  it('an establishment without a name says so, and fills nothing', () => {
    const marked = hop('"nomStructure": null, "FINESSPMSI": "990000408|"');
    const { item, accept } = offered(marked);
    assert.equal(item('990000408').labelDetails?.description, 'établissement sans nom dans la base');
    assert.equal(accept('990000408'), marked.replace('|', ''));
  });

  it('nothing of it without a base, nor at another tag', () => {
    assert.deepEqual(offeredAt(hop('"FINESSPMSI": "limoges|"')).labels, []);
    assert.ok(!offered(hop('"nomStructure": "limoges|"')).labels.includes(LIMOGES));
  });

  it('50 at most', () => {
    const many = baseOf(
      Array.from({ length: 200 }, (_, rank) => ({
        finess: `99${String(rank).padStart(7, '0')}`,
        raisonSociale: `Site ${rank}`,
      })),
    );
    const { items } = offered(hop('"FINESSPMSI": "site|"'), many);
    assert.equal(items.filter(({ detail }) => detail !== undefined).length, 50);
  });

  for (const sons of ['HOP-DPI-Va2', 'IMG-RIS-Va2', 'MDV-LGC-Va2']) {
    it(`at every offset of a sound ${sons}: whatever is chosen fits, and the JSON stays sound`, function () {
      this.timeout(60_000);
      const text = validFileOf(sons, 2)
        .replace(/"nomStructure": "[^"]*"/g, '"nomStructure": null')
        .replace(/"siren(Client|Structure)": "\d+"/g, '"siren$1": ""');
      const checked = checkedText(text, { base: BASE });
      let seen = 0;
      for (let offset = 0; offset <= text.length; offset++) {
        for (const options of [VS_CODE, PLAIN]) {
          for (const item of itemsAt(checked, offset, options)) {
            assertFits(checked, offset, item);
            if (item.detail === undefined) continue;
            seen++;
            assert.deepEqual(parseJson(accepted(checked, item)).problems, []);
          }
        }
      }
      assert.ok(seen > 10, `${seen} offered`);
    });
  }
});
