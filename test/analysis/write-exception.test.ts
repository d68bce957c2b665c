import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Exception } from '../../server/src/analysis/exceptions';
import { readWorkspaceSettings } from '../../server/src/analysis/workspace-settings';
import { insertException, proposedEnd, settingsWith } from '../../server/src/analysis/write-exception';
import { applyEdits } from '../../server/src/syntax/edits';

const EXCEPTION: Exception = {
  fichier: 'lots/mars.avance.json',
  regle: 'siren-invalide',
  demande: 'DPI-0001',
  motif: 'Numéro « tout neuf »',
  jusquau: { year: 2026, month: 12, day: 31 },
};

const added = (text: string): string => {
  const edit = insertException(text, EXCEPTION);
  assert.ok(edit);
  return applyEdits(text, [edit]);
};

describe('writing an exception', () => {
  it('in a new file, as it is read', () => {
    const { exceptions, problem } = readWorkspaceSettings(settingsWith(EXCEPTION));
    assert.equal(problem, undefined);
    assert.deepEqual(
      exceptions.map(({ exception }) => exception),
      [EXCEPTION],
    );
  });

  it('in a file that there is, laid out like its neighbours', () => {
    const once = added('{\n  "fichiers": {}\n}\n');
    assert.equal(
      once,
      [
        '{',
        '  "fichiers": {},',
        '  "exceptions": [',
        '    {',
        '      "fichier": "lots/mars.avance.json",',
        '      "regle": "siren-invalide",',
        '      "demande": "DPI-0001",',
        '      "motif": "Numéro « tout neuf »",',
        '      "jusquau": "31/12/2026"',
        '    }',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
    assert.equal(added(once), JSON.stringify(withTwo(once), null, 2) + '\n');
  });

  it('behind all that is there, whatever the layout', () => {
    const settings = fc.record(
      { fichiers: fc.constant({ 'a.json': 'ignorer' }), exceptions: fc.array(fc.constant({ regle: 'x' })) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        settings,
        fc.constantFrom(undefined, 2, '\t'),
        fc.constantFrom('\n', '\r\n'),
        (value, indent, eol) => {
          const text = JSON.stringify(value, null, indent).replaceAll('\n', eol);
          const after = JSON.parse(added(text)) as { exceptions: object[] };
          assert.deepEqual(after, {
            ...value,
            exceptions: [...(value.exceptions ?? []), lastOf(after.exceptions)],
          });
          assert.equal((lastOf(after.exceptions) as { motif: string }).motif, EXCEPTION.motif);
        },
      ),
    );
  });

  it('never in a file that is to be mended first', () => {
    for (const text of ['', '[]', '{ "exceptions": {} }', '{ "fichiers": {', '{ "a": 1, }']) {
      assert.equal(insertException(text, EXCEPTION), undefined, text);
    }
  });

  it('proposes three months', () => {
    assert.deepEqual(proposedEnd({ year: 2026, month: 3, day: 5 }), { year: 2026, month: 6, day: 3 });
  });
});

function withTwo(text: string): object {
  const value = JSON.parse(text) as { exceptions: object[] };
  return { ...value, exceptions: [...value.exceptions, ...value.exceptions] };
}

function lastOf(list: readonly object[]): object | undefined {
  return list.at(-1);
}
