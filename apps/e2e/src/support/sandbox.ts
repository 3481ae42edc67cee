import { demo } from './demo.ts';

/** Has the next request of this kind, by whoever it is, be answered as if the provider were down. */
export async function takeDown(operation: string): Promise<void> {
  await control('faults', { kind: 'unavailable_503', operation });
}

/** Lets the time of the newest payment that is open at a provider run out. */
export async function runOutOfTime(at: string): Promise<void> {
  await control(`payments/${await newest(at, 'open')}/expire`);
}

/** The payer's bank takes the newest payment that was paid at a provider back. Answers how one lets the bank decide. */
export async function disputeNewest(
  at: string,
): Promise<{ readonly decide: (answer: 'won' | 'lost') => Promise<void> }> {
  const dispute = await control(`payments/${await newest(at, 'paid')}/dispute`, {});
  const reference = isRecord(dispute) ? String(dispute['reference']) : '';
  return {
    decide: async (answer) => {
      await control(`disputes/${reference}/${answer}`);
    },
  };
}

/** Somebody sends a part of the newest paid payment back at the provider itself. */
export async function refundNewestThere(at: string, amountOre: number): Promise<void> {
  await control(`payments/${await newest(at, 'paid')}/refund`, { amountOre });
}

/** The provider's name of the newest payment that stands so there. */
async function newest(at: string, status: string): Promise<string> {
  const response = await fetch(`${demo.sandboxUrl}/control/payments`);
  const record: unknown = await response.json();
  const items = isRecord(record) && Array.isArray(record['items']) ? record['items'] : [];
  const found = items
    .filter(isRecord)
    .findLast((payment) => payment['provider'] === at && payment['status'] === status);
  if (!found) throw new Error(`No payment is ${status} at ${at}`);
  return String(found['reference']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function control(path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${demo.sandboxUrl}/control/${path}`, {
    method: 'POST',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`The payment sandbox refused ${path}: ${response.status}`);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}
