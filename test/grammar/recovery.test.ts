import assert from 'node:assert/strict';
import { INITIAL, type IGrammar } from 'vscode-textmate';
import { illegal, loadGrammar, scopesOf, tokenise, tokeniseLine } from './tokenise';

const sound =
  '  "montantHT": 300.00, "FINESSGeos": ["870000064"], "dateSignature": "12/09/2025", "structure": null';

describe('grammar: broken and long lines', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  const broken = [
    '"nom": "sans fin,',
    '"montantHT": "300',
    '"dateSignature": "12/09',
    '"sirenClient": "2687',
    '"FINESSGeos": ["87000',
    '"FINESSGeos": [',
    '"montantHT":',
    '"nom": "fin par une barre \\',
    '"nom": /* jamais clos',
    '"',
    '"a": {"b": [{"c": [[[',
    '}}}]]]',
    '"a": vrai, faux: "b',
  ];
  for (const line of broken) {
    it(`the line after ${line} is painted as if it were alone`, () => {
      const [, after] = tokenise(grammar, `${line}\n${sound}`);
      assert.deepEqual(after, tokeniseLine(grammar, sound));
      assert.deepEqual(illegal(after), []);
    });
  }

  it('a missing comma does not hide the next tag of the line', () => {
    const tokens = tokeniseLine(grammar, '"montantHT": 300.00 "dateSignature": "12/09/2025" "nom" : vrai');
    assert.match(scopesOf(tokens, '300.00'), /montant\.segur$/);
    assert.match(scopesOf(tokens, '12/09/2025'), /date\.segur$/);
    assert.deepEqual(illegal(tokens), ['litteral: vrai']);
  });

  it('the last character of an unclosed string is painted', () => {
    assert.deepEqual(illegal(tokeniseLine(grammar, '"nom": "sans fin,')), ['chaine-non-fermee: ,']);
  });

  it('a line of 1 MB is painted to its end', () => {
    const line = `{"demandes": [${`{${sound.trim()}},`.repeat(10_000)}{"aidesPercues": Vrai}]}`;
    assert.ok(line.length > 1_000_000);
    const { tokens, stoppedEarly } = grammar.tokenizeLine(line, INITIAL, 0);
    assert.equal(stoppedEarly, false);
    const painted = tokens.filter(({ scopes }) => scopes.some((scope) => scope.startsWith('invalid')));
    assert.deepEqual(
      painted.map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex)),
      ['Vrai'],
    );
    const amounts = tokens.filter(({ scopes }) => scopes.at(-1) === 'constant.numeric.montant.segur');
    assert.equal(amounts.length, 10_000);
  }).timeout(60_000);

  const repeated = ['"', '\\"', '[', '1', '1,', '1 000', '"a":', '"FINESS":[', '/*', '\\', 'é', ', '];
  for (const unit of repeated) {
    it(`200 KB of ${unit} end`, () => {
      const line = unit.repeat(200_000 / unit.length);
      const { stoppedEarly, ruleStack } = grammar.tokenizeLine2(line, INITIAL, 0);
      assert.equal(stoppedEarly, false);
      assert.deepEqual(
        grammar.tokenizeLine(sound, ruleStack).tokens,
        grammar.tokenizeLine(sound, INITIAL).tokens,
      );
    }).timeout(60_000);
  }
});
