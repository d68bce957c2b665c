import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { illegal, loadGrammar, scopesOf, tokenise, tokeniseLine } from './tokenise';

describe('grammar: values', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** What is painted bad in `"tag": value`. */
  const bad = (tag: string, value: string): string[] =>
    illegal(tokeniseLine(grammar, `  "${tag}": ${value},`));
  /** The scopes of `piece` in `"tag": value`, which must hold nothing bad. */
  const good = (tag: string, value: string, piece = value): string => {
    const tokens = tokeniseLine(grammar, `  "${tag}": ${value},`);
    assert.deepEqual(illegal(tokens), []);
    return scopesOf(tokens, piece);
  };

  describe('literals (J02, J03)', () => {
    for (const literal of ['true', 'false', 'null']) {
      it(`paints ${literal} as a literal`, () => {
        assert.match(good('aidesPercues', literal), /constant\.language\.json$/);
      });
    }
    const misspelt = [
      'Null',
      'NULL',
      'nul',
      'None',
      'vrai',
      'faux',
      'True',
      'FALSE',
      'oui',
      'non',
      'undefined',
      'NaN',
    ];
    for (const literal of misspelt) {
      it(`paints ${literal} as a bad literal`, () => {
        assert.deepEqual(bad('structure', literal), [`litteral: ${literal}`]);
      });
    }
    it('paints words without quotes, each of them, and nothing around them', () => {
      assert.deepEqual(bad('nom', "Dupont 'Jean'"), [
        'mot-sans-guillemets: Dupont',
        "mot-sans-guillemets: 'Jean'",
      ]);
      assert.deepEqual(bad('aidesPercues', 'trueish'), ['mot-sans-guillemets: trueish']);
    });
    it('paints comments and commas too many, which a file to be uploaded cannot hold', () => {
      assert.deepEqual(illegal(tokeniseLine(grammar, '"a": [1, ], // note')), [
        'virgule-en-trop: ,',
        'commentaire: // note',
      ]);
      assert.deepEqual(bad('a', '/* note */ 1'), ['commentaire: /* note */']);
    });
    it('paints bad escapes and control characters of strings', () => {
      assert.deepEqual(bad('nom', '"a\\qb\tc"'), [
        'unrecognized-string-escape: \\q',
        'caractere-de-controle: \t',
      ]);
      assert.match(good('nom', '"a\\u00e9b"', '\\u00e9'), /constant\.character\.escape\.json$/);
    });
  });

  describe('amounts and rates (J09)', () => {
    for (const amount of ['300.00', '300', '0.5', '-12.30', '1234567.89']) {
      it(`paints ${amount} as an amount`, () => {
        assert.match(good('montantHT', amount), /constant\.numeric\.json constant\.numeric\.montant\.segur$/);
      });
    }
    it('paints a VAT rate', () => {
      assert.match(good('tauxTVA', '20.00'), /constant\.numeric\.taux\.segur$/);
      assert.match(good('tauxTVA', '5.5'), /constant\.numeric\.taux\.segur$/);
    });
    it('paints other numbers as numbers', () => {
      assert.match(good('nombreProfessionnels', '1.5e3'), /constant\.numeric\.json$/);
    });
    const refused: [string, string, string[]][] = [
      ['montantHT', '300,00', ['virgule-decimale: 300,00']],
      ['tauxTVA', '5,5', ['virgule-decimale: 5,5']],
      ['total', '300,00', ['virgule-decimale: 300,00']],
      ['montantHT', '1.200,50', ['virgule-decimale: 1.200,50']],
      ['montantHT', '1 200.50', ['separateur-de-milliers: 1 200.50']],
      ['montantHT', '1\u202f200,50', ['separateur-de-milliers: 1\u202f200,50']],
      ['montantHT', '300.005', ['montant-precision: 300.005']],
      ['montantHT', '"300.00"', ['nombre-en-texte: 300.00']],
      ['tauxTVA', '"20"', ['nombre-en-texte: 20']],
      ['montantHT', '300€', ['mot-sans-guillemets: 300€']],
      ['montantHT', '0300', ['mot-sans-guillemets: 0300']],
    ];
    for (const [tag, value, expected] of refused) {
      it(`paints "${tag}": ${value} as bad`, () => {
        assert.deepEqual(bad(tag, value), expected);
      });
    }
    it('does not take the comma of a list, nor of the next tag, for a decimal comma', () => {
      assert.deepEqual(
        illegal(tokeniseLine(grammar, '{"liste": [1,2,3],"montantHT":300,"montantTTC":360.00}')),
        [],
      );
    });
  });

  describe('dates (J10)', () => {
    for (const tag of ['dateSignature', 'date', 'libelle']) {
      it(`paints JJ/MM/AAAA as a date under "${tag}"`, () => {
        assert.match(good(tag, '"12/09/2025"', '12/09/2025'), /constant\.numeric\.date\.segur$/);
      });
    }
    for (const date of ['2025-09-12', '12-09-2025', '12/09/25', '1/9/2025', '32/01/2025', '12/13/2025', '']) {
      it(`does not paint "${date}" as a date, and paints it bad under a date's tag`, () => {
        const tokens = tokeniseLine(grammar, `"dateSignature": "${date}"`);
        assert.ok(tokens.some(({ scopes }) => scopes.includes('invalid.illegal.date.segur')));
        assert.doesNotMatch(good('libelle', `"${date}"`, date), /date\.segur/);
      });
    }
    it('leaves a date that is still to come (null), and tags that only begin alike', () => {
      assert.match(good('dateSignature', 'null'), /constant\.language\.json$/);
      assert.match(good('dateur', '"abc"', 'abc'), /string\.quoted\.double\.json$/);
    });
  });

  describe('identifiers (I01, I03, I04)', () => {
    const accepted: [string, string, string][] = [
      ['FINESSPMSI', '870000064', 'finess'],
      ['FINESSGeo', '2A0000014', 'finess'],
      ['sirenClient', '268708518', 'siren'],
      ['siren', '268708518', 'siren'],
      ['siretClient', '26870851800015', 'siret'],
      ['RPPS', '75000036828', 'rpps'],
    ];
    for (const [tag, value, family] of accepted) {
      it(`paints "${tag}": "${value}" as an identifier`, () => {
        assert.match(good(tag, `"${value}"`, value), new RegExp(`identifiant\\.${family}\\.segur$`));
      });
    }
    const refused: [string, string][] = [
      ['FINESSPMSI', '87000006'],
      ['FINESSGeo', '87 000 006 4'],
      ['sirenClient', '268 708 518'],
      ['siren', '2A0000014'],
      ['siren', '26870851'],
      ['siren', '2687085180'],
      ['siretClient', '2687085180001'],
      ['FINESSPMSI', '8700000640'],
      ['RPPS', '750000368280'],
      ['RPPS', '7500003682'],
    ];
    for (const [tag, value] of refused) {
      it(`paints "${tag}": "${value}" as bad`, () => {
        assert.deepEqual(bad(tag, `"${value}"`), [`identifiant: ${value}`]);
      });
    }
    it('paints an identifier without its quotes as bad', () => {
      assert.deepEqual(bad('FINESSPMSI', '870000064'), ['identifiant-sans-guillemets: 870000064']);
    });
    it('looks into a list on the line of its tag, and by shape on the lines below', () => {
      const inline = tokeniseLine(grammar, '"FINESSGeos": ["870000064", "12"], "nom": "12"');
      assert.match(scopesOf(inline, '870000064'), /identifiant\.finess\.segur$/);
      assert.deepEqual(illegal(inline), ['identifiant: 12']);
      assert.match(scopesOf(tokeniseLine(grammar, '    "870000064",'), '870000064'), /identifiant\.segur$/);
    });
    it('does not take a number of another field for an identifier', () => {
      assert.doesNotMatch(good('numero', '"123456789"', '123456789'), /identifiant/);
    });
  });

  it('the fragments of the official deck hold nothing bad', () => {
    const fragments = [
      '"beneficiaires": {\n  "commandePour": "LIBERAL",\n  "liberal": {\n    "nomMedecin": "Medecin",',
      '    "emailMedecin": "medecin@yahoo.fr",\n    "telephoneMedecin": "+33123456789",',
      '    "codePostalMedecin": "33110",\n    "RPPS": "75000036828",\n    "aidesPercues": true,',
      '    "aidesDeMinimis": [\n      {\n        "dateAttribution": "01/02/2022",\n        "montantAides": 300.00',
      '      }\n    ]\n  },\n  "structure": null\n},',
      '"Etablissements": [\n  {\n    "nomStructure": "CHU",\n    "FINESSGeos": ["870000064"],',
      '    "sirenClient": "268708518",\n    "typeActivite": "Radiologie"\n  }\n],\n"medecinsLiberaux": [],',
    ];
    const tokens = tokenise(grammar, fragments.join('\n')).flat();
    assert.deepEqual(illegal(tokens), []);
    const roles = tokens.map(({ scopes }) => scopes.at(-1) ?? '').filter((scope) => scope.endsWith('.segur'));
    assert.deepEqual(roles, [
      'variable.other.constant.identifiant.rpps.segur',
      'constant.numeric.date.segur',
      'constant.numeric.montant.segur',
      'variable.other.constant.identifiant.finess.segur',
      'variable.other.constant.identifiant.siren.segur',
    ]);
  });

  it('paints tags as the names of properties, values of text as strings', () => {
    const tokens = tokeniseLine(grammar, '"nomReprésentant": "BALEBA"');
    assert.match(scopesOf(tokens, 'nomReprésentant'), /string\.json support\.type\.property-name\.json$/);
    assert.match(scopesOf(tokens, 'BALEBA'), /string\.quoted\.double\.json$/);
  });
});
