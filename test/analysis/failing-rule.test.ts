import assert from 'node:assert/strict';
import type { Rule } from '../../server/src/rules/rule';
import { runRules, FAILED_RULE } from '../../server/src/rules/run';

const meta = { famille: 'valeurs', severity: 'error', inventaire: [], sources: [] } as const;

describe('a rule that throws', () => {
  it('becomes a finding of its own, and the others still run', () => {
    const broken: Rule<string, undefined> = {
      ...meta,
      code: 'cassee',
      run: () => {
        throw new Error('oups');
      },
    };
    const sound: Rule<string, undefined> = { ...meta, code: 'saine', run: () => [] };
    const [failure, ...others] = runRules([broken, sound], '{}', undefined, {});
    assert.deepEqual(others, []);
    assert.equal(failure?.code, FAILED_RULE);
    assert.equal(failure.severity, 'warning');
    assert.deepEqual(failure.facts, { regle: 'cassee', erreur: 'oups' });
  });

  it('is not run at all when the user switched it off', () => {
    let ran = false;
    const rule: Rule<string, undefined> = {
      ...meta,
      code: 'muette',
      run: () => {
        ran = true;
        return [];
      },
    };
    assert.deepEqual(runRules([rule], '', undefined, { muette: 'off' }), []);
    assert.equal(ran, false);
  });
});
