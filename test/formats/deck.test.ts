import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { annotate } from '../support/annotate';
import { validFileOf } from '../support/valid-files';

/** The two examples of the slide "Structure des JSON avance" (S2), letter for letter; both break off in a list. */
const fragment = (name: string): string =>
  readFileSync(join(__dirname, 'deck', `${name}.txt`), 'utf8').trimEnd();

/** A complete file whose request goes on, from its beneficiary, as the fragment and then `rest` do. */
function deposit(sons: string, beneficiaire: string): string {
  const file = validFileOf(sons);
  const start = file.indexOf('"beneficiaires"');
  const end = file.indexOf('"bonDeCommande"');
  return `${file.slice(0, start)}${beneficiaire.trimStart()},\n      ${file.slice(end)}`;
}

function check(text: string): { analysis: Analysis; codes: string[] } {
  const analysis = analyse({ name: 'depot.json', text });
  assert.equal(analysis.recognition.kind, 'format');
  const errors = analysis.findings.filter(({ finding }) => finding.severity === 'error');
  assert.equal(errors.length, 0, annotate({ ...analysis, findings: errors }));
  return { analysis, codes: [...new Set(analysis.findings.map(({ finding }) => finding.code))].sort() };
}

describe('the examples of the official deck, in a complete file', () => {
  it('J01 J02 J03 J09 J10 MDV: no error; the key of its RPPS is remarked upon (I05)', () => {
    const [beneficiaire = ''] = fragment('mdv').split(/,\s*"piecesJustificatives"/);
    for (const sons of ['MDV-LGC-Va2', 'MDV-LGC-Va1']) {
      assert.deepEqual(check(deposit(sons, beneficiaire)).codes, ['rpps-cle']);
    }
  });

  it('J01 J14 IMG: no error; the uncertain names are remarked upon', () => {
    const [beneficiaire = ''] = fragment('img').split(/,\s*"piecesJustificatives"/);
    for (const sons of ['IMG-RIS-Va2', 'IMG-DB-Va2']) {
      const { analysis, codes } = check(deposit(sons, `${beneficiaire}\n      }`));
      assert.deepEqual(codes, ['balise-incertaine']);
      assert.deepEqual(
        analysis.findings.map(({ finding }) => finding.facts),
        [
          {
            balises:
              'clientsFinaux, nomRepresentant, telephoneRepresentant, emailRepresentant, Etablissements',
          },
        ],
      );
    }
  });

  it('J14 IMG as it is indented on the slide, the attachments inside the block: a question, no error', () => {
    const file = deposit('IMG-RIS-Va2', `${fragment('img')} ]\n      }`);
    assert.deepEqual(check(file).codes, ['balise-hors-modele', 'balise-incertaine']);
  });
});
