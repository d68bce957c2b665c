import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import fr from '../../l10n/fr.json';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import * as vocabulaire from '../../server/src/dossier/candidature/vocabulaire';
import { newFileSnippet } from '../../server/src/features/completion/new-file';
import { BUNDLED_FORMATS, CANDIDATURE } from '../../server/src/formats/bundled';
import type { Shape } from '../../server/src/formats/shape';
import { MANIFEST, momentOf, ROOT } from '../support/fixture';
import { sampleManifests } from '../support/manifests';

interface Schema {
  readonly description?: string;
  readonly enum?: readonly (string | null)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly 'x-role'?: string;
}

const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/candidature.schema.json'), 'utf8')) as Schema;
const texts: Readonly<Record<string, string>> = fr;
const format = BUNDLED_FORMATS.find(({ id }) => id === CANDIDATURE) ?? assert.fail('no such format');

function* partsOf(part: Schema): Generator<Schema> {
  yield part;
  if (part.items) yield* partsOf(part.items);
  for (const inner of Object.values(part.properties ?? {})) yield* partsOf(inner);
}

const told = (text: string, name = MANIFEST): Analysis =>
  analyse({ name, text, now: momentOf('2026-03-05T10:00') });
const codes = ({ findings }: Analysis): string[] =>
  findings.map(({ finding }) => `${finding.code} ${finding.severity}`);

describe('the manifest of a candidature', () => {
  it('is documented tag by tag, in the words of the catalogue', () => {
    const parts = [...partsOf(schema)];
    assert.ok(parts.length > 150);
    for (const part of parts) {
      assert.equal(part.description, texts[`role.${part['x-role'] ?? ''}.quoi`], part['x-role']);
      for (const value of part.enum ?? []) {
        if (value === null) continue;
        const key = part['x-role'] === 'sons' ? `sons.${value}` : `valeur.${part['x-role'] ?? ''}.${value}`;
        assert.ok(texts[key], key);
      }
    }
  });

  it('explains the values of its lists, and no others', () => {
    const known = new Set(
      [...partsOf(schema)].flatMap((part) =>
        (part.enum ?? []).map((value) => `valeur.${part['x-role'] ?? ''}.${value ?? ''}`),
      ),
    );
    const explained = Object.keys(texts).filter((key) => key.startsWith('valeur.'));
    assert.ok(explained.length > 30);
    assert.deepEqual(
      explained.filter((key) => !known.has(key)),
      [],
    );
  });

  it('has the lists of values that the view reads', () => {
    const lists = new Set([...partsOf(schema)].map((part) => JSON.stringify(part.enum?.slice(0, -1))));
    for (const [name, values] of Object.entries(vocabulaire)) {
      assert.ok(lists.has(JSON.stringify(values)), name);
    }
  });

  it('has a page that is what scripts/candidature-page.mjs writes', async () => {
    const { candidaturePage } = await import('../../scripts/candidature-page.mjs');
    const words = (text: string): string[] => text.split(/[|\s-]+/).filter((word) => word !== '');
    assert.deepEqual(
      words(readFileSync(join(ROOT, 'docs/candidature.md'), 'utf8')),
      words(candidaturePage()),
    );
  });

  it('accepts null for every tag, and an empty list for every list', () => {
    const isFree = (shape: Shape): boolean =>
      shape.kind === 'object'
        ? shape.tags.every((tag) => (tag.shape.kind === 'list' || tag.shape.nullable) && isFree(tag.shape))
        : shape.kind !== 'list' || isFree(shape.item);
    assert.ok(isFree(format.root));
  });

  it('is in its samples what the schema says, without any finding', () => {
    const samples = sampleManifests();
    assert.equal(samples.length, 3);
    const validate = new Ajv({ strict: false }).compile(schema);
    for (const text of samples) {
      assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
      assert.deepEqual(codes(told(text)), []);
    }
  });

  it('is nothing but unknowns when it is new, and has no finding', () => {
    const text = newFileSnippet(format, 'fr').replace(/\$\{\d+[:|]([^,}|]*)[^}]*\}|\$\d+/g, '$1');
    assert.deepEqual(codes(told(text)), []);
    assert.match(text, /"declaration": null/);
    assert.deepEqual(codes(told('{}')), []);
  });
});

describe('recognising a candidature', () => {
  const [sample = ''] = sampleManifests();
  const recognised = (name: string, text: string): string => {
    const { recognition } = told(text, name);
    return recognition.kind === 'format' ? `${recognition.format.id} (${recognition.by})` : recognition.kind;
  };

  it('by its name', () => {
    for (const name of ['candidature.json', 'dpi.candidature.json', 'Candidature.JSON']) {
      assert.equal(recognised(name, ''), 'candidature (nom)', name);
    }
  });

  it('by its content, where it names a SONS and three more tags', () => {
    assert.equal(recognised('suivi.json', sample), 'candidature (contenu)');
    assert.equal(recognised('suivi.json', '{ "sons": "HOP-DPI-Va2", "etapes": {}, "profils": [] }'), 'autre');
    const words = '{ "solution": {}, "etapes": [], "profils": [], "chapitres": [], "usages": [] }';
    assert.equal(recognised('livre.json', words), 'autre');
    assert.equal(recognised('macandidature.json', words), 'autre');
  });

  it('keeps a list named "demandes" of its own in one piece', () => {
    const { dossier } = told('{ "sons": "HOP-DPI-Va2", "demandes": [{}, {}] }');
    assert.deepEqual([dossier?.demandes.length, dossier?.enveloppe.kind], [0, 'candidature']);
  });
});

describe('the form of a manifest', () => {
  it('is a warning where a request would have an error, and never says what the portal does', () => {
    const text = `{
      "sonz": "HOP-DPI-Va2",
      "editeur": { "siren": "999900012", "commentaire": "x" },
      "testIntrusion": { "KOEleves": "0", "dateFormulaire": "2025-10-15", "datePremierRapport": "20/10/2025" },
      "etapes": { "convention": { "statut": "FINIE" } },
      "profils": ""
    }`;
    const analysis = told(text);
    assert.deepEqual(codes(analysis), [
      'balise-inconnue warning',
      'balise-hors-modele warning',
      'nombre-en-texte warning',
      'date-format warning',
      'valeur-hors-liste warning',
      'vide-invalide warning',
    ]);
    for (const { finding } of analysis.findings) {
      const { key } = finding.message;
      assert.doesNotMatch(texts[key] ?? assert.fail(key), /portail|ASP|demande/, key);
    }
  });

  it('is an error where it is no JSON', () => {
    assert.deepEqual(codes(told('{ "sons": "HOP-DPI-Va2" "profils": [] }')), ['json-syntaxe error']);
    assert.deepEqual(codes(told('{ "sons": Null }')), ['litteral-invalide error']);
  });
});
