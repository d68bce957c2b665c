import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ALL_RULES } from '../../server/src/rules/all';
import { readWorkspaceSettings } from '../../server/src/analysis/workspace-settings';

const EXCEPTION = {
  fichier: 'lots/mars.avance.json',
  regle: 'siren-invalide',
  demande: 'DPI-0001',
  motif: 'Numéro attribué ce mois-ci',
  jusquau: '31/12/2026',
};

/** A file of settings with one exception, otherwise right. */
function exceptionWith(other: object): string {
  return `{ "exceptions": [${JSON.stringify({ ...EXCEPTION, ...other })}] }`;
}

const refused: readonly { text: string; key: string; at: string }[] = [
  { text: '', key: 'reglages.json-invalide', at: '' },
  { text: '{ "fichiers": { "a.json": "ignorer", } }', key: 'reglages.json-invalide', at: ', }' },
  { text: '[]', key: 'reglages.forme', at: '[]' },
  { text: '{ "fichiers": { "a.json": null } }', key: 'reglages.forme', at: 'null' },
  { text: '{ "fichiers": {}, "regle": {} }', key: 'reglages.cle-inconnue', at: '"regle"' },
  { text: '{ "__proto__": {} }', key: 'reglages.cle-inconnue', at: '"__proto__"' },
  { text: '{ "fichiers": { "../a.json": "ignorer" } }', key: 'reglages.chemin', at: '"../a.json"' },
  { text: '{ "fusions": {} }', key: 'reglages.forme', at: '{}' },
  { text: '{ "fusions": [{ "type": "X" }] }', key: 'reglages.fusion', at: '{ "type"' },
  {
    text: '{ "fusions": [{ "type": "FUSION_ACQUISITION", "FINESSA": "870000064", "FINESSB": "990000127" }] }',
    key: 'reglages.fusion',
    at: '{ "type"',
  },
  {
    text: '{ "fusions": [{ "type": "FUSION_ABSORPTION", "dateFusion": "31/02/2026", "FINESSA": "870000064", "FINESSB": "990000127" }] }',
    key: 'reglages.fusion.date',
    at: '"31/02',
  },
  { text: '{ "fichiers": { "a.json": "ignoré" } }', key: 'reglages.modele-inconnu', at: '"ignoré"' },
  { text: '{ "fichiers": { "a.json": "HOP-DPI-Va9.avance" } }', key: 'reglages.modele-inconnu', at: '"HOP' },
  { text: '{ "dossierComplet": { "HOP-DPI": "01/02/2025" } }', key: 'reglages.nom-de-sons', at: '"HOP-DPI"' },
  {
    text: '{ "dossierComplet": { "HOP-DPI-Va2": "31/02/2025" } }',
    key: 'reglages.dossier-complet',
    at: '"31/',
  },
  {
    text: '{ "dossierComplet": { "HOP-DPI-Va2": "2025-02-01" } }',
    key: 'reglages.dossier-complet',
    at: '"20',
  },
  { text: '{ "dossierComplet": { "HOP-DPI-Va2": true } }', key: 'reglages.dossier-complet', at: 'true' },
  { text: '{ "dossierComplet": [] }', key: 'reglages.forme', at: '[]' },
  { text: '{ "regles": { "sirene": "erreur" } }', key: 'reglages.regle-inconnue', at: '"sirene"' },
  { text: '{ "regles": { "siren-invalide": "error" } }', key: 'reglages.gravite', at: '"error"' },
  { text: '{ "familles": { "piece": "erreur" } }', key: 'reglages.famille-inconnue', at: '"piece"' },
  { text: '{ "familles": { "pieces": 1 } }', key: 'reglages.gravite', at: '1' },
  { text: '{ "exceptions": {} }', key: 'reglages.exception.forme', at: '{} }' },
  { text: exceptionWith({ regle: 'sirene' }), key: 'reglages.regle-inconnue', at: '"sirene"' },
  { text: exceptionWith({ regle: 'json-syntaxe' }), key: 'reglages.exception.syntaxe', at: '"json-syntaxe"' },
  { text: exceptionWith({ motif: ' ' }), key: 'reglages.exception.motif', at: '" "' },
  { text: exceptionWith({ jusquau: '31/02/2026' }), key: 'reglages.exception.jour', at: '"31/02' },
  { text: exceptionWith({ jusquau: '2026-12-31' }), key: 'reglages.exception.jour', at: '"2026' },
  { text: exceptionWith({ motif: undefined }), key: 'reglages.exception.incomplete', at: '{"fichier"' },
  { text: exceptionWith({ fichier: '../a.json' }), key: 'reglages.exception.forme', at: '"../a.json"' },
  { text: exceptionWith({ rang: 1 }), key: 'reglages.exception.forme', at: '"rang"' },
  { text: exceptionWith({ demande: '' }), key: 'reglages.exception.forme', at: '""' },
];

describe('the workspace settings', () => {
  it('tell the choice made for each file', () => {
    const text = '\uFEFF{ "fichiers": { "lots/été.json": "MDV-LGC-Va2.avance", "__proto__": "ignorer" } }';
    const { choices, problem } = readWorkspaceSettings(text);
    assert.equal(problem, undefined);
    assert.deepEqual(
      [...choices],
      [
        ['lots/été.json', 'MDV-LGC-Va2.avance'],
        ['__proto__', 'ignorer'],
      ],
    );
  });

  it('D05 M05 tell when the evidence files were complete, by SONS', () => {
    const { dossiersComplets, problem } = readWorkspaceSettings(
      '{ "dossierComplet": { "HOP-DPI-Va2": "15/12/2025", "IMG-DB-Va2": false } }',
    );
    assert.equal(problem, undefined);
    assert.deepEqual(
      [...dossiersComplets],
      [
        ['HOP-DPI-Va2', { year: 2025, month: 12, day: 15 }],
        ['IMG-DB-Va2', 'aucun-a-la-date-2'],
      ],
    );
  });

  it('tell what is accepted, why and until when; with or without the reference of a request', () => {
    const two = JSON.stringify({ exceptions: [EXCEPTION, { ...EXCEPTION, demande: undefined }] });
    const { exceptions, problem } = readWorkspaceSettings(two);
    assert.equal(problem, undefined);
    const read = { ...EXCEPTION, jusquau: { year: 2026, month: 12, day: 31 } };
    assert.deepEqual(
      exceptions.map(({ exception }) => exception),
      [read, { ...read, demande: undefined }],
    );
  });

  it('keep the exceptions that can be read beside one that cannot', () => {
    const text = JSON.stringify({ exceptions: [{ ...EXCEPTION, motif: '' }, EXCEPTION] });
    const { exceptions, problem } = readWorkspaceSettings(text);
    assert.equal(problem?.message.key, 'reglages.exception.motif');
    assert.equal(exceptions.length, 1);
  });

  it('tell severities by rule, the family of a rule under the rule itself', () => {
    const { regles, problem } = readWorkspaceSettings(
      '{ "regles": { "piece-nom": "erreur" }, "familles": { "pieces": "inactive" } }',
    );
    assert.equal(problem, undefined);
    const pieces = ALL_RULES.filter(({ famille }) => famille === 'pieces').map(({ code }) => code);
    assert.deepEqual(Object.keys(regles).sort(), [...pieces].sort());
    for (const code of pieces) assert.equal(regles[code], code === 'piece-nom' ? 'error' : 'off');
  });

  for (const { text, key, at } of refused) {
    it(`${text === '' ? 'an empty file' : text}: ${key}, at the place`, () => {
      const { problem } = readWorkspaceSettings(text);
      assert.equal(problem?.message.key, key);
      assert.ok(text.slice(problem?.offset).startsWith(at), `${problem?.offset}`);
    });
  }

  it('keep the choices that can be read while the file is being written', () => {
    const { choices } = readWorkspaceSettings('{ "fichiers": { "a.json": "ignorer", "b.json": ');
    assert.deepEqual([...choices], [['a.json', 'ignorer']]);
  });

  it('never fail, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { problem } = readWorkspaceSettings(text);
        assert.ok(problem === undefined || (problem.offset >= 0 && problem.offset <= text.length));
      }),
    );
  });
});
