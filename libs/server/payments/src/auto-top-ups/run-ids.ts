import { v5 } from 'uuid';

/** Of our own making (RFC 9562, version 5 needs one). */
const namespace = 'b6b0cd3e-7c5a-4f0b-9a0e-2f6d1f7f0f6b';

/** The run that a cause begins for a rule: the same message again is the same run. */
export function runIdOf(ruleId: string, cause: string): string {
  return v5(`${ruleId}/${cause}`, namespace);
}

/** The top-up that an attempt of a run is: tried again after a crash, it is the same payment. */
export function attemptIdOf(runId: string, attempt: number): string {
  return v5(`${runId}/${attempt}`, namespace);
}
