import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/src/analysis/analyse';
import { translate } from '../../server/src/messages/catalogue';
import { ALL_RULES } from '../../server/src/rules/all';
import { annotate } from '../support/annotate';
import { ROOT } from '../support/fixture';
import { pageExamples } from '../support/page-examples';
import { analyseSideBySide } from '../support/side-by-side';

for (const { code, inventaire, sources } of ALL_RULES) {
  describe(`page de la regle ${code}`, () => {
    const path = join(ROOT, 'docs/regles', `${code}.md`);
    const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const examples = pageExamples(page);

    it(`${inventaire.join(' ')} ${code}: says what, why and how to mend, with an example of each kind`, () => {
      assert.match(page, new RegExp(`^# ${translate('fr', `regle.${code}.titre` as never)}\n`));
      assert.match(page, /^## Pourquoi$/m);
      assert.match(page, /^## Corriger$/m);
      assert.ok(page.includes(`\`${code}\``), 'the code is not shown');
      for (const source of sources) assert.ok(page.includes(source), `source ${source} is not cited`);
      assert.ok(
        examples.some(({ correct }) => correct),
        'no right example',
      );
      assert.ok(
        examples.some(({ correct }) => !correct),
        'no wrong example',
      );
    });

    for (const { line, correct, input, beside } of examples) {
      it(`${code}: line ${line} ${correct ? 'is right' : 'has the finding'}`, () => {
        const [analysis = analyse(input)] = analyseSideBySide([input, ...beside]);
        const codes = new Set(
          analysis.findings
            .filter(({ finding }) => finding.severity !== 'information')
            .map(({ finding }) => finding.code),
        );
        const own = analysis.findings.some(({ finding }) => finding.code === code);
        if (correct) assert.deepEqual([own, [...codes]], [false, []], annotate(analysis));
        else assert.ok(own, annotate(analysis));
      });
    }
  });
}
