import { githubReport } from './github';
import { gitlabReport } from './gitlab';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { prettyReport } from './pretty';
import type { Report } from './reporter';
import { sarifReport } from './sarif';
import { unixReport } from './unix';

/** The forms that a check can take: for a person, then for tools. */
export const CHECK_FORMATS = ['pretty', 'unix', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** Does something with the report of a name, whatever that report takes from the texts. */
export function withReport<R>(format: CheckFormat, use: <M>(report: Report<M>) => R): R {
  switch (format) {
    case 'pretty':
      return use(prettyReport);
    case 'unix':
      return use(unixReport);
    case 'json':
      return use(jsonReport);
    case 'sarif':
      return use(sarifReport);
    case 'junit':
      return use(junitReport);
    case 'github':
      return use(githubReport);
    case 'gitlab':
      return use(gitlabReport);
  }
}
