import assert from 'node:assert/strict';
import { analyse } from '../../server/src/analysis/analyse';
import { locatedFixes, type LocatedFinding } from '../../server/src/analysis/located';
import type { FixKind } from '../../server/src/rules/finding';
import { applyEdits } from '../../server/src/syntax/edits';

/** The name under which a text is checked: of its own step, however spoilt it is. */
export const nameOf = (text: string): string => `depot.${text.includes('"SOLDE"') ? 'solde' : 'avance'}.json`;
/** A remark on the model, once a file and tag: writing such a tag for the first time brings it. */
const REMARK = 'balise-incertaine';

export const findingsOf = (text: string, name = nameOf(text)): readonly LocatedFinding[] =>
  analyse({ name, text }).findings;

/** How many findings a text has of each rule, those of the first requests and those that are of no request. */
function countsOf(text: string, name: string, requests = Infinity): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding, demande } of findingsOf(text, name)) {
    if (demande === undefined || demande < requests) {
      counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Each fix of each finding of a text removes its finding and adds none; throws where one does not. What a fix makes a
 * request of, such as a lone object put in a list, was not read before: what is found in it is not of the fix's making.
 * `kinds`: whose additions count. In millions of texts, a guess (the first of two values, say) does uncover what the other
 * one hid: a person chooses it, and sees.
 */
export function fixesKeepTheirPromise(text: string, kinds: readonly FixKind[] = ['safe', 'unsafe']): void {
  const name = nameOf(text);
  const before = countsOf(text, name);
  const requests = analyse({ name, text }).dossier?.demandes.length ?? 0;
  for (const located of findingsOf(text)) {
    for (const fix of locatedFixes(located)) {
      const mended = applyEdits(text, fix.edits);
      const after = countsOf(mended, name, requests);
      const { code } = located.finding;
      const told = `${code} ${located.finding.message.key} ${fix.title.key}\n${text}\n-----\n${mended}`;
      const left = (before.get(code) ?? 0) - (uncoversEnvelope(located) ? 0 : 1);
      assert.ok((after.get(code) ?? 0) <= left, `still there: ${told}`);
      for (const [other, count] of after) {
        if (other !== REMARK && kinds.includes(fix.kind)) {
          assert.ok(count <= (before.get(other) ?? 0), `added ${other}: ${told}`);
        }
      }
    }
  }
}

/** A file cut short says so in its last request; once that one is closed, the envelope says the same of itself. */
function uncoversEnvelope({ finding, demande }: LocatedFinding): boolean {
  return demande !== undefined && /\.(accolade|crochet)-manquant/.test(finding.message.key);
}
