import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../server/src/analysis/analyse';
import { FormatRegistry } from '../../../server/src/formats/registry';
import { learntFormat } from '../../support/learnt';
import { NAMED_FORMATS, validFile } from '../../support/valid-files';

const MODELS = { plat: 'MDV-LGC-Va2', profond: 'BIO-SGL-Va2', seul: 'DLA-DIS-Va1' } as const;

function read(name: keyof typeof MODELS): string {
  const text = readFileSync(join(__dirname, 'modeles', `${name}.avance.json`), 'utf8');
  return text.replace('"MDV-LGC-Va2"', `"${MODELS[name]}"`);
}

/** A workspace that learnt one model. */
function learnt(name: keyof typeof MODELS, etape: 'avance' | 'solde' = 'avance'): FormatRegistry {
  const text = read(name);
  return new FormatRegistry([learntFormat([{ name: 'modele.json', text }], { sons: MODELS[name], etape })]);
}

function told(name: string, text: string, registry: FormatRegistry): string {
  const { recognition } = analyse({ name, text, registry });
  if (recognition.kind !== 'format') return recognition.kind;
  return `${recognition.format.id} (${recognition.by})`;
}

describe('recognising files of a learnt model', () => {
  for (const name of ['plat', 'profond', 'seul'] as const) {
    const registry = learnt(name);
    const withoutSons = read(name).replace(`"${MODELS[name]}"`, 'null');

    it(`${name}: by its tags, its SONS told or not`, () => {
      assert.equal(told('export.json', read(name), registry), `${MODELS[name]}.avance (contenu)`);
      assert.equal(told('export.json', withoutSons, registry), `${MODELS[name]}.avance (contenu)`);
      assert.equal(told('mars.avance.json', withoutSons, registry), `${MODELS[name]}.avance (nom)`);
    });

    it(`${name}: takes none of the files that follow ours`, () => {
      for (const format of NAMED_FORMATS) {
        assert.equal(told('depot.json', validFile(format), registry), `${format.id} (contenu)`);
      }
      assert.equal(told('autre.json', '{"titre": "x", "demandes": [], "Null": "vrai"}', registry), 'autre');
      assert.equal(told('a.avance.json', '{}', registry), 'commun.avance (nom)');
    });
  }

  it('a solde that was learnt is one, by its name or its tags', () => {
    const registry = learnt('seul', 'solde');
    const text = read('seul').replace('"DLA-DIS-Va1"', 'null');
    assert.equal(told('mars.solde.json', text, registry), 'DLA-DIS-Va1.solde (nom)');
    assert.equal(told('mars.json', text, registry), 'DLA-DIS-Va1.solde (contenu)');
    assert.equal(told('mars.avance.json', text, registry), 'commun.avance (nom)');
  });

  it('a file of ours of the same SONS is held against what was learnt', () => {
    const [text] = NAMED_FORMATS.filter(({ sons }) => sons === 'MDV-LGC-Va2').map((format) =>
      validFile(format),
    );
    const registry = learnt('plat');
    const { recognition } = analyse({ name: 'a.avance.json', text: text ?? '', registry });
    assert.ok(recognition.kind === 'format' && registry.learnt.includes(recognition.format));
  });
});
