import { isMessageKey } from '../messages/catalogue';
import type { Finding } from './finding';
import type { PartRule } from './rule';

/**
 * A rule on requests, as it is told of a candidature manifest. That file is ours and nobody refuses it: what is no JSON
 * is an error, another slip of form a warning. Where its sentence speaks of the portal or of the ASP's model, the
 * catalogue has another for manifests, whose key ends with `.candidature`.
 */
export function ofManifest(rule: PartRule): PartRule {
  const severity = softens(rule) ? 'warning' : rule.severity;
  const told = (finding: Finding): Finding => {
    const key = `${finding.message.key}.candidature`;
    const message = isMessageKey(key) ? { ...finding.message, key } : finding.message;
    return { ...finding, severity: softens(rule) ? 'warning' : finding.severity, message };
  };
  return { ...rule, severity, run: (part, circumstances) => rule.run(part, circumstances).map(told) };
}

/** Of form only: a wrong SIREN is wrong wherever it stands. */
function softens({ famille, severity }: PartRule): boolean {
  return severity === 'error' && (famille === 'structure' || famille === 'valeurs');
}
