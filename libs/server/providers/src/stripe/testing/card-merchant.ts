import { randomBytes } from 'node:crypto';
import type { PaymentSandbox, SandboxMerchant } from '../../testing/payment-sandbox.ts';

/** The sandbox's test cards. */
export const testCards = {
  approved: '4242424242424242',
  declined: '4000000000000002',
  withoutMoney: '4000000000009995',
  needsBank: '4000002500003155',
  slow: '4000000000006009',
  slowThenDeclined: '4000000000006017',
  needsBankAlways: '4000002760003184',
  declinedOnceSaved: '4000000000000341',
  mastercard: '5555555555554444',
  refundTakesTime: '4000000000007726',
  refundFailsLater: '4000000000005126',
} as const;

/** A new merchant that takes bank cards in the sandbox, before its webhook address is known. */
export function aCardMerchant(sandbox: PaymentSandbox): Omit<SandboxMerchant, 'webhookUrl'> {
  const id = `merchant-${randomBytes(4).toString('hex')}`;
  const secret = randomBytes(8).toString('hex');
  return {
    id,
    provider: 'stripe',
    displayName: 'Solbakken kommune',
    credentials: { secretKey: `sk_test_${secret}`, webhookSecret: `whsec_${secret}`, apiUrl: sandbox.url },
  };
}

/** What the payer does on the page that takes, or saves, a card. Returns where the page sends the browser next. */
export async function payWithCard(checkoutUrl: string, number: string, expiry = '12/49'): Promise<string | null> {
  const body = new URLSearchParams({ number, expiry, cvc: '123' });
  const response = await fetch(checkoutUrl, { method: 'POST', body, redirect: 'manual' });
  return response.headers.get('location');
}

/** What the payer does on the bank's page. */
export async function answerBank(checkoutUrl: string, decision: 'approve' | 'reject'): Promise<void> {
  await fetch(`${checkoutUrl}/bank`, { method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' });
}

/** What the payer does on the bank's page of a charge that waits for them. Returns where it sends the browser next. */
export async function answerApproval(approvalUrl: string, decision: 'approve' | 'reject'): Promise<string | null> {
  const body = new URLSearchParams({ decision });
  const response = await fetch(approvalUrl, { method: 'POST', body, redirect: 'manual' });
  return response.headers.get('location');
}
