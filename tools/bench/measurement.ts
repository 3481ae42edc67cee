/** What one round of load did. Latencies in milliseconds. */
export interface Measurement {
  readonly salesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Sums up a round. Throws when nothing was sold. */
export function summarize(latenciesMs: readonly number[], seconds: number): Measurement {
  if (latenciesMs.length === 0) throw new Error('Nothing was sold');
  const [p50Ms, p99Ms] = [percentile(latenciesMs, 0.5), percentile(latenciesMs, 0.99)];
  return { salesPerSecond: latenciesMs.length / seconds, p50Ms, p99Ms };
}

/** The value that this share of the others is below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
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
