import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, type Analysis } from '../../../server/src/analysis/analyse';
import { firstOf, type Part } from '../../../server/src/dossier/part';
import { FormatRegistry } from '../../../server/src/formats/registry';
import type { Role } from '../../../server/src/formats/roles';

import { momentOf } from '../../support/fixture';
import { learntFormat } from '../../support/learnt';
import { VALID } from '../../support/liberal-request';

const MODELS = ['plat', 'profond', 'seul'] as const;
const CHOICES = { sons: 'MDV-LGC-Va2', etape: 'avance' } as const;
const NOW = momentOf('2026-03-20T10:00');
const ours = new FormatRegistry();

/** What is written in the place of a role, and what is said of it. */
const FAULTS: readonly (readonly [role: Role, json: string])[] = [
  ['siren', '"268708519"'],
  ['siren', '268708518'],
  ['assujetti-tva', '"true"'],
  ['assujetti-tva', 'vrai'],
  ['nom-medecin', '""'],
  ['nom-medecin', '[]'],
  ['nom-medecin', '42'],
  ['email', '"medecin chez exemple"'],
  ['telephone', '"0199000001"'],
  ['code-postal', '"3311"'],
  ['rpps', '"10000005478"'],
  ['rpps', '"1000000547"'],
  ['date-signature', '"2026-03-12"'],
  ['date-signature', '"31/02/2026"'],
  ['date-signature', '"12/03/1996"'],
  ['date-signature', '"12/03/2099"'],
  ['montant-ht', '300,00'],
  ['montant-ht', '"300.00"'],
  ['montant-ht', '300.001'],
  ['montant-ht', '0'],
  ['taux-tva', '7.3'],
  ['taux-tva', '0.2'],
  ['montant-ttc', '361.00'],
  ['nom-fichier', '"bon signé.pdf"'],
  ['nom-fichier', '"bdc.docx"'],
  ['signature-electronique', 'None'],
  ['liberal', '{}'],
  ['liberal', 'null'],
  ['commande-pour', '"STRUCTURE"'],
  ['bon-de-commande', 'null'],
  ['prestation', '[]'],
];

describe('a learnt model gives the same findings, by role, as ours', () => {
  for (const name of MODELS) {
    const text = readFileSync(join(__dirname, 'modeles', `${name}.avance.json`), 'utf8');
    const registry = new FormatRegistry([learntFormat([{ name: `${name}.avance.json`, text }], CHOICES)]);
    const right = analysed(text, registry);

    it(`${name}: the model itself is recognised, by its content alone, and right`, () => {
      const { recognition, findings } = analyse({ name: 'x.json', text, registry });
      assert.ok(recognition.kind === 'format' && registry.learnt.includes(recognition.format));
      assert.deepEqual(findings, []);
    });

    for (const [role, json] of FAULTS) {
      const place = spanOf(right, role);
      const title = `${name}: ${role} ${json}`;
      // A block that a model does without has no place to be wrong in.
      if (!place && (role === 'bon-de-commande' || role === 'prestation')) continue;
      it(title, () => {
        const expected = told(withFault(VALID, analysed(VALID, ours), role, json), ours);
        assert.ok(expected.length > 0, 'our model finds something');
        assert.deepEqual(told(withFault(text, right, role, json), registry), expected);
      });
    }
  }
});

function analysed(text: string, registry: FormatRegistry): Analysis {
  return analyse({ name: 'essai.avance.json', text, registry, now: NOW });
}

function parts(analysis: Analysis): readonly { part: Part; base: number }[] {
  const { dossier } = analysis;
  if (!dossier) throw new Error('not recognised');
  const requests = dossier.demandes.map(({ part, start }) => ({ part, base: start }));
  return [{ part: dossier.enveloppe, base: 0 }, ...requests];
}

function spanOf(analysis: Analysis, role: Role): { start: number; end: number } | undefined {
  for (const { part, base } of parts(analysis)) {
    const node = firstOf(part, role)?.node;
    if (node) return { start: base + node.start, end: base + node.end };
  }
  return undefined;
}

function withFault(text: string, analysis: Analysis, role: Role, json: string): string {
  const span = spanOf(analysis, role);
  if (!span) throw new Error(`no ${role}`);
  return text.slice(0, span.start) + json + text.slice(span.end);
}

/** `siren-invalide at siren`: each finding's code, and the role of the innermost value around its place. */
function told(text: string, registry: FormatRegistry): string[] {
  const analysis = analysed(text, registry);
  const values = parts(analysis).flatMap(({ part, base }) =>
    part.match.values.map(({ node, shape: { role } }) => {
      const key = node.parent?.kind === 'property' ? node.parent.key.start : node.start;
      return { role, start: base + key, end: base + node.end };
    }),
  );
  return analysis.findings
    .map(({ finding: { code }, start, end }) => {
      const around = values
        .filter((value) => value.role !== undefined && value.start <= start && value.end >= end)
        .sort((a, b) => a.end - a.start - (b.end - b.start));
      return `${code} at ${around[0]?.role ?? 'nothing'}`;
    })
    .sort();
}
