const triesBeforeWait = 5;
const firstWaitSeconds = 30;
const longestWaitSeconds = 3600;

/** Seconds before the next try after so many wrong PINs: none before the fifth, then 30, doubling up to an hour. */
export function waitAfterFailures(failures: number): number {
  if (failures < triesBeforeWait) return 0;
  return Math.min(firstWaitSeconds * 2 ** (failures - triesBeforeWait), longestWaitSeconds);
}
