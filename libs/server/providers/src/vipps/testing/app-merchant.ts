import { randomBytes, randomInt } from 'node:crypto';
import type { PaymentSandbox, SandboxMerchant } from '../../testing/payment-sandbox.ts';

/** A new merchant that takes payments in the payer's app in the sandbox, before its webhook address is known. */
export function anAppMerchant(sandbox: PaymentSandbox): Omit<SandboxMerchant, 'webhookUrl'> {
  const secret = randomBytes(8).toString('hex');
  return {
    id: `app-merchant-${randomBytes(4).toString('hex')}`,
    provider: 'vipps',
    displayName: 'Solbakken kommune',
    credentials: {
      clientId: `client-${secret}`,
      clientSecret: `secret-${secret}`,
      subscriptionKey: `key-${secret}`,
      merchantSerialNumber: String(randomInt(100_000, 999_999)),
      webhookSecret: `hook-${secret}`,
      apiUrl: sandbox.url,
    },
  };
}

/** What the payer does in the app. Returns where it sends the browser next. */
export async function answerInApp(checkoutUrl: string, decision: 'approve' | 'reject'): Promise<string | null> {
  const body = new URLSearchParams({ decision });
  const response = await fetch(checkoutUrl, { method: 'POST', body, redirect: 'manual' });
  return response.headers.get('location');
}
