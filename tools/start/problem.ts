/** Something a person can mend: its message is a sentence that says what happened, to what, and what to do. */
export class StartProblem extends Error {}

/** The sentence for an error, whoever threw it. */
export function sentenceFor(error: unknown, dataDir: string): string {
  if (isFullDisk(error)) return `The disk that holds ${dataDir} is full. Make room there and start again.`;
  if (error instanceof StartProblem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'ENOSPC') || error.message.includes('No space left on device');
}
