import assert from 'node:assert/strict';
import { completionAt } from '../../server/src/features/completion/completion';
import { deskState } from '../../server/src/features/desk-state';
import { REGULATION, regulationWith } from '../../server/src/regulation/regulation';
import type { RegulationValues } from '../../server/src/regulation/values';
import { atCursor, checkedText } from '../support/checked';
import { momentOf } from '../support/fixture';

const at = (sons: string, now: string, values?: RegulationValues) =>
  deskState(
    sons,
    'avance',
    { now: momentOf(now), regulation: values ? regulationWith(values) : REGULATION },
    'fr',
  );

describe('the state of a desk', () => {
  it('D08 closes at its minute, in winter and in summer time', () => {
    assert.deepEqual(at('IMG-DB-Va2', '2026-11-10T11:59'), {
      ferme: false,
      texte: "ouvert jusqu'au 10/11/2026",
    });
    assert.deepEqual(at('IMG-DB-Va2', '2026-11-10T12:01'), {
      ferme: true,
      texte: 'fermé depuis le 10/11/2026',
    });
    assert.equal(at('HOP-PFI-Va2', '2025-09-17T11:59').ferme, false);
    assert.equal(at('HOP-PFI-Va2', '2025-09-17T12:01').ferme, true);
  });

  it('D08 the first wave and MS are closed', () => {
    for (const sons of ['MDV-LGC-Va1', 'HOP-DPI-Va1', 'OFF-LGO-Va1', 'MS1-DUI-Va1', 'MS2-DUI-Va1']) {
      assert.equal(at(sons, '2026-11-22T09:00').ferme, true, sons);
    }
  });

  it('D02 D08 is never said closed, nor open, by a date that is to be confirmed', () => {
    assert.deepEqual(at('HOP-DPI-Va2', '2026-11-22T09:00'), {
      ferme: false,
      texte: 'fin à confirmer, le 17/12/2025 était la dernière connue',
    });
    assert.equal(at('HOP-DPI-Va2', '2025-12-01T09:00').texte, "ouvert jusqu'au 17/12/2025 (à confirmer)");
    assert.match(
      at('MDV-LGC-Va2', '2026-11-22T09:00').texte,
      /^ouvert depuis le 05\/02\/2026.*fin inconnue$/,
    );
    assert.deepEqual(at('BIO-SGL-Va2', '2026-11-22T09:00'), {
      ferme: false,
      texte: 'dates du guichet inconnues',
    });
  });

  it('says when it opens, and takes a date of the user', () => {
    assert.equal(at('IMG-DB-Va2', '2025-07-10T13:59').texte, 'ouvre le 10/07/2025');
    const values: RegulationValues = {
      echeances: [
        { id: 'IMG-DB-Va2.avance-fin', value: '2026-12-01T12:00', source: ['moi'], status: 'confirmé' },
      ],
    };
    assert.equal(at('IMG-DB-Va2', '2026-11-22T09:00', values).texte, "ouvert jusqu'au 01/12/2026");
  });
});

describe('completion and closed desks', () => {
  const labelsAt = (marked: string, now: string | undefined) => {
    const { text, offset } = atCursor(marked);
    const checked = checkedText(text);
    const options = {
      snippets: true,
      insertReplace: false,
      ...(now === undefined ? {} : { now: momentOf(now) }),
    };
    return completionAt(checked, checked.document.positionAt(offset), options).items.map(
      ({ label, labelDetails, sortText }) => ({ label, detail: labelDetails?.description ?? '', sortText }),
    );
  };

  it('D08 the values of sons tell their desk, the closed ones last', () => {
    const items = labelsAt('{ "typeDemande": "AVANCE", "sons": | }', '2026-11-22T09:00');
    assert.ok(items.length > 4);
    const closed = items.map(({ detail }) => detail.includes('fermé depuis le'));
    assert.ok(closed.includes(true) && closed.includes(false));
    assert.equal(closed.lastIndexOf(false) < closed.indexOf(true), true);
    const sorted = items.map(({ sortText }) => sortText ?? '');
    assert.deepEqual(sorted, sorted.toSorted());
    assert.match(
      items.find(({ label }) => label === 'MDV-LGC-Va1')?.detail ?? '',
      /· fermé depuis le 30\/11\/2022$/,
    );
    assert.ok(items.every(({ detail }) => !/ · ouvert jusqu'au .*\/202[0-5]/.test(detail)));
  });

  it('D08 so does a whole file, between the braces too', () => {
    for (const marked of ['|', '{ | }']) {
      const files = labelsAt(marked, '2026-11-22T09:00').filter(({ label }) => /Va\d/.test(label));
      const closed = files.map(({ detail }) => detail.includes('fermé'));
      assert.ok(closed.includes(true), marked);
      assert.ok(closed.lastIndexOf(false) < closed.indexOf(true), marked);
    }
  });

  it('says nothing of desks without a moment', () => {
    const items = labelsAt('{ "typeDemande": "AVANCE", "sons": | }', undefined);
    assert.ok(items.every(({ detail }) => !detail.includes(' · ')));
  });
});
