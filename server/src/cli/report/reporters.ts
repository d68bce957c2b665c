import type { Terminal } from '../terminal';
import type { Voice } from '../voice';
import { GithubReporter } from './github';
import { GitlabReporter } from './gitlab';
import { JsonReporter } from './json';
import { JunitReporter } from './junit';
import { PrettyReporter } from './pretty';
import type { Reporter } from './reporter';
import { SarifReporter } from './sarif';
import { UnixReporter } from './unix';

/** The forms that a check can take: for a person, then for tools. */
export const CHECK_FORMATS = ['pretty', 'unix', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export function reporterFor(format: CheckFormat, terminal: Terminal, voice: Voice): Reporter {
  switch (format) {
    case 'pretty':
      return new PrettyReporter(terminal, voice);
    case 'unix':
      return new UnixReporter(terminal, voice);
    case 'json':
      return new JsonReporter(terminal, voice);
    case 'sarif':
      return new SarifReporter(terminal, voice);
    case 'junit':
      return new JunitReporter(terminal, voice);
    case 'github':
      return new GithubReporter(terminal, voice);
    case 'gitlab':
      return new GitlabReporter(terminal, voice);
  }
}
