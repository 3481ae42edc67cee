import { namedId } from '@kantinekortet/platform';

/** The run that a cause begins for a rule: the same message again is the same run. */
export function runIdOf(ruleId: string, cause: string): string {
  return namedId(`${ruleId}/${cause}`);
}

/** The top-up that an attempt of a run is: tried again after a crash, it is the same payment. */
export function attemptIdOf(runId: string, attempt: number): string {
  return namedId(`${runId}/${attempt}`);
}
