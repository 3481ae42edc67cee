import { demo } from './demo.ts';

/** Has the next request of this kind, by whoever it is, be answered as if the provider were down. */
export async function takeDown(operation: string): Promise<void> {
  await control('faults', { kind: 'unavailable_503', operation });
}

/** Lets the time of the newest payment that is open at a provider run out. */
export async function runOutOfTime(at: string): Promise<void> {
  const response = await fetch(`${demo.sandboxUrl}/control/payments`);
  const record: unknown = await response.json();
  const items = isRecord(record) && Array.isArray(record['items']) ? record['items'] : [];
  const open = items.filter(isRecord).findLast(({ provider, status }) => provider === at && status === 'open');
  if (!open) throw new Error(`No payment is open at ${at}`);
  await control(`payments/${String(open['reference'])}/expire`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function control(path: string, body?: object): Promise<void> {
  const response = await fetch(`${demo.sandboxUrl}/control/${path}`, {
    method: 'POST',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`The payment sandbox refused ${path}: ${response.status}`);
}
