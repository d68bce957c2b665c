import type { MessageKey } from '../../messages/catalogue';
import type { Severity } from '../../rules/finding';
import type { Tally } from '../tally';
import type { Unchecked } from '../told/told-file';
import type { Forms, Voice } from '../voice';
import { harmless } from './style';
import { countOfDemandes } from './verdict-lines';

const AUTRES: Forms = { un: 'cli.non-verifies.un', plusieurs: 'cli.non-verifies.plusieurs' };
const ACCEPTES: Forms = { un: 'cli.acceptes.un', plusieurs: 'cli.acceptes.plusieurs' };
const FICHIERS: Forms = { un: 'cli.total.un', plusieurs: 'cli.total.plusieurs' };

/** The last lines of a check: what was checked, what was found, what was left aside and why. */
export function summaryOf(tally: Tally, voice: Voice): string[] {
  const checked = voice.count(tally.files, FICHIERS, {
    verdict: countOfDemandes(voice, tally.demandes, tally.ko),
  });
  return [
    ...(tally.files > 0 ? [checked, ...findingLines(tally, voice)] : []),
    ...(tally.accepted > 0 ? [voice.count(tally.accepted, ACCEPTES)] : []),
    ...uncheckedLines(tally, voice),
  ];
}

function findingLines({ findings, fixable }: Tally, voice: Voice): string[] {
  const liste = (Object.keys(COUNTS) as Severity[])
    .filter((severity) => findings[severity] > 0)
    .map((severity) => voice.count(findings[severity], COUNTS[severity]));
  if (liste.length === 0) return [voice.say('cli.rien-a-signaler')];
  const found = voice.say('cli.constats', { liste: liste.join(', ') });
  return fixable === 0 ? [found] : [found, voice.say('cli.corrigeables', { nombre: voice.number(fixable) })];
}

/** The files that were not checked, each with its reason: never silently. */
export function uncheckedLines({ unchecked, others }: Tally, voice: Voice): string[] {
  const named = unchecked.map(({ path, kind }) =>
    voice.say('cli.non-verifie', { fichier: harmless(path), raison: voice.say(REASONS[kind]) }),
  );
  if (others === 0) return named;
  return [...named, voice.count(others, AUTRES)];
}

const REASONS: Readonly<Record<Unchecked['kind'], MessageKey>> = {
  autre: 'cli.non-verifie.autre',
  ignore: 'cli.non-verifie.ignore',
};

const COUNTS: Readonly<Record<Severity, Forms>> = {
  error: { un: 'cli.compte.error.un', plusieurs: 'cli.compte.error.plusieurs' },
  warning: { un: 'cli.compte.warning.un', plusieurs: 'cli.compte.warning.plusieurs' },
  information: { un: 'cli.compte.information.un', plusieurs: 'cli.compte.information.plusieurs' },
  hint: { un: 'cli.compte.hint.un', plusieurs: 'cli.compte.hint.plusieurs' },
};
