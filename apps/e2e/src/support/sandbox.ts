import { demo } from './demo.ts';

/** Has the next request of this kind, by whoever it is, be answered as if the provider were down. */
export async function takeDown(operation: string): Promise<void> {
  await control('faults', { kind: 'unavailable_503', operation });
}

/** Lets the time of the newest payment that is open at a provider run out. */
export async function runOutOfTime(at: string): Promise<void> {
  const payment = await paymentThat(({ provider, status }) => provider === at && status === 'open');
  await control(`payments/${payment}/expire`);
}

/** The payer's bank takes a top-up's payment back. Answers how one lets the bank decide. */
export async function dispute(
  topUpId: string,
): Promise<{ readonly decide: (answer: 'won' | 'lost') => Promise<void> }> {
  const disputed = await control(`payments/${await paymentOf(topUpId)}/dispute`, {});
  const reference = isRecord(disputed) ? String(disputed['reference']) : '';
  return {
    decide: async (answer) => {
      await control(`disputes/${reference}/${answer}`);
    },
  };
}

/** Somebody sends a part of a top-up's payment back at the provider itself. */
export async function refundThere(topUpId: string, amountOre: number): Promise<void> {
  await control(`payments/${await paymentOf(topUpId)}/refund`, { amountOre });
}

function paymentOf(topUpId: string): Promise<string> {
  const id = topUpId.replaceAll('-', '');
  return paymentThat(({ merchantReference }) => String(merchantReference).endsWith(id));
}

/** The provider's name of the last payment in the sandbox's record that is so. */
async function paymentThat(isSo: (payment: Record<string, unknown>) => boolean): Promise<string> {
  const response = await fetch(`${demo.sandboxUrl}/control/payments`);
  const record: unknown = await response.json();
  const items = isRecord(record) && Array.isArray(record['items']) ? record['items'] : [];
  const found = items.filter(isRecord).findLast(isSo);
  if (!found) throw new Error('The payment sandbox knows no such payment');
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
