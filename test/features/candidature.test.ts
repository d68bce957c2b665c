import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { codeLensesOf } from '../../server/src/features/code-lenses';
import { completionAt } from '../../server/src/features/completion/completion';
import { fileState } from '../../server/src/features/etat';
import { foldingRangesOf } from '../../server/src/features/folding';
import { formattingEdits } from '../../server/src/features/formatting';
import { hoverAt } from '../../server/src/features/hover';
import { inlayHintsIn } from '../../server/src/features/inlay-hints';
import { symbolsOf } from '../../server/src/features/symbols';
import { MANIFEST, momentOf } from '../support/fixture';
import { sampleManifests } from '../support/manifests';
import { atCursor, checkedText } from '../support/checked';

const VS_CODE = { snippets: true, insertReplace: true };
const [sample = ''] = sampleManifests();
const opened = (text: string) => checkedText(text, { name: MANIFEST });

/** What is offered at the `|`: labels, each with what it is said to be. */
function offered(marked: string, now?: string): string[] {
  const { text, offset } = atCursor(marked);
  const checked = opened(text);
  const { items } = completionAt(checked, checked.document.positionAt(offset), {
    ...VS_CODE,
    ...(now === undefined ? {} : { now: momentOf(now) }),
  });
  return items.map(({ label, labelDetails }) => [label, labelDetails?.description ?? []].flat().join(' = '));
}

describe('a candidature in the editor', () => {
  it('C01 offers the values of a list, each in words', () => {
    assert.deepEqual(offered('{ "etapes": { "convention": { "statut": | } } }'), [
      'A_FAIRE = pas encore commencée',
      'EN_COURS = commencée',
      'TERMINEE = terminée',
      'null',
    ]);
    assert.ok(offered('{ "sons": | }').includes('IMG-DB-Va2 = Imagerie – DRIMbox – vague 2'));
  });

  it('offers a whole manifest in an empty file, and its blocks with what is unknown as null', () => {
    assert.deepEqual(offered('|'), ['Nouvelle candidature']);
    assert.ok(offered('{ | }').includes('testIntrusion'));
    const checked = opened('{ "HDS":  }');
    const { items } = completionAt(checked, { line: 0, character: 9 }, VS_CODE);
    const [, block] = items;
    assert.match(block?.textEdit?.newText ?? '', /\$\{1\|null,"CERTIFICAT".*"dateDocument": \$\{3:null\}/s);
    assert.deepEqual(offered('{ "HDS": { "dateDocument": | } }'), ['JJ/MM/AAAA = forme à compléter', 'null']);
    assert.ok(offered('{ "historiqueVague1": { "profils": [|] } }').includes('Intégration INS'));
  });

  it('C02 offers today, and the last day that the texts admit with its source; what is too late comes behind', () => {
    const complete = '{ "sons": "IMG-DB-Va2", "etapes": { "depotPreuves": { "dateDossierComplet": | } } }';
    const last = '13/05/2026 = dernier jour : date 2 (W5)';
    const rest = ['JJ/MM/AAAA = forme à compléter', 'null'];
    assert.deepEqual(offered(complete), [last, ...rest]);
    assert.deepEqual(offered(complete, '2026-05-12T10:00'), ["12/05/2026 = aujourd'hui", last, ...rest]);
    assert.deepEqual(offered(complete, '2026-05-14T10:00'), [last, "14/05/2026 = aujourd'hui", ...rest]);
    const doubtful = complete
      .replace('IMG-DB-Va2', 'HOP-DPI-Va2')
      .replace('"dateDossierComplet"', '"dateDepot"');
    assert.match(offered(doubtful)[0] ?? '', /^15\/12\/2025 = dernier jour : date 2/);
    assert.deepEqual(offered('{ "HDS": { "dateExpiration": | } }', '2026-05-12T10:00'), rest);
    assert.deepEqual(offered('{ "solution": { "dateReferencement": | } }', '2026-05-12T10:00'), [
      "12/05/2026 = aujourd'hui",
      ...rest,
    ]);
  });

  it('C09 C17 offers the thresholds of the texts, each with its source', () => {
    const [none, most] = offered('{ "testIntrusion": { "KOMoyens": | } }');
    assert.deepEqual([none, most], ['0', '10 = au plus 10 (S0, W26, W27, W65)']);
    assert.match(offered('{ "testIntrusion": { "KOEleves": | } }')[0] ?? '', /^0 = au plus 0/);
    const usage = '{ "sons": "HOP-PFI-Va2", "usages": [{ "documentsDMP": | }] }';
    assert.equal(offered(usage)[0], '10 = au moins 10 (S0)');
    assert.deepEqual(offered(usage.replace('PFI', 'DPI')), ['null']);
  });

  it('offers them too with the cursor behind what is unknown', () => {
    const { text, offset } = atCursor('{ "etapes": { "convention": { "statut": null| } } }');
    const checked = opened(text);
    const { items } = completionAt(checked, checked.document.positionAt(offset), VS_CODE);
    assert.deepEqual(items[0]?.filterText, 'null A_FAIRE');
    assert.ok(items.every(({ filterText = '' }) => filterText.startsWith('null')));
  });

  it('C03 V02 V04 offers what the manifest says elsewhere', () => {
    const version = '{ "solution": { "versionReferencee": "4.2.0", "versionAttestation": | } }';
    assert.deepEqual(offered(version), ['4.2.0 = Version référencée', 'null']);
    const charged = '{ "versionsObsoletes": { "versions": ["3.9"], "rattrapagesPayants": [|] } }';
    assert.equal(offered(charged)[0], '3.9 = Version déclarée obsolète');
    const chapter =
      '{ "chapitres": [{ "preuvesAttendues": |, "preuves": [{ "nom": null }, { "nom": null }] }] }';
    assert.deepEqual(offered(chapter), ['2 = autant que de preuves dans la liste', 'null']);
  });

  it('answers at every offset, and of every tag says what it is', () => {
    const checked = opened(sample);
    for (let offset = 0; offset <= sample.length; offset += 3) {
      const position = checked.document.positionAt(offset);
      completionAt(checked, position, VS_CODE);
      hoverAt(checked, position);
    }
    for (const { index } of sample.matchAll(/"\w+":/g)) {
      const hover = hoverAt(checked, checked.document.positionAt(index + 1));
      const { value } = hover?.contents as { value: string };
      assert.match(value, /^\*\*.+\*\* · `\w+`\n\n\S/);
      assert.doesNotMatch(value, /undefined|\{\w+\}/);
    }
  });

  it('has its outline, its folds, its layout and its state, and nothing of requests', () => {
    const checked = opened(sample);
    assert.deepEqual(
      symbolsOf(checked).map(({ name }) => name),
      Object.keys(JSON.parse(sample) as object),
    );
    assert.ok(foldingRangesOf(checked).length > 20);
    assert.deepEqual(formattingEdits(checked, { tabSize: 2, insertSpaces: true }), []);
    assert.deepEqual(codeLensesOf(checked), []);
    const end = checked.document.positionAt(sample.length);
    assert.deepEqual(inlayHintsIn(checked, { start: { line: 0, character: 0 }, end }), []);
    assert.deepEqual(fileState(checked), {
      format: 'Candidature au référencement',
      court: 'Candidature au référencement',
      detail: 'Reconnu par le nom du fichier.',
      verifie: true,
      demandes: undefined,
      ko: 0,
      constats: 0,
    });
  });

  it('has after an edit the findings of a fresh check', () => {
    const edited = sample.replace('"VALIDE"', '"VALIDEE"').replace('"30/01/2026"', '"30/01/2020"');
    const codes = ({ findings }: ReturnType<typeof analyse>): string[] =>
      findings.map(({ finding, start }) => `${start} ${finding.code}`);
    const { memo } = analyse({ name: MANIFEST, text: sample });
    const fresh = codes(analyse({ name: MANIFEST, text: edited }));
    assert.ok(fresh.length >= 2);
    assert.deepEqual(codes(analyse({ name: MANIFEST, text: edited }, memo)), fresh);
  });
});
