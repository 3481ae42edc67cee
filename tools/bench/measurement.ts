/** What one round of load did. Latencies in milliseconds. */
export interface Measurement {
  readonly salesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Sums up a round. Throws when nothing was sold. */
export function summarize(latenciesMs: readonly number[], seconds: number): Measurement {
  if (latenciesMs.length === 0) throw new Error('Nothing was sold');
  const sorted = [...latenciesMs].sort((a, b) => a - b);
  const percentile = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { salesPerSecond: sorted.length / seconds, p50Ms: percentile(0.5), p99Ms: percentile(0.99) };
}

/** Reads what a load process printed: one Measurement as JSON. Throws when it is none. */
export function parseMeasurement(output: string): Measurement {
  const value: unknown = JSON.parse(output);
  if (!isMeasurement(value)) throw new TypeError(`This is no measurement: ${output.slice(0, 200)}`);
  return value;
}

function isMeasurement(value: unknown): value is Measurement {
  return (
    typeof value === 'object' && value !== null && 'salesPerSecond' in value && 'p50Ms' in value && 'p99Ms' in value
  );
}
