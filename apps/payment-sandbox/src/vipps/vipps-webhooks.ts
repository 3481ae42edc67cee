import { createHash, createHmac } from 'node:crypto';
import type { WebhookToSign } from '../provider-sandbox.ts';

/** The headers of a webhook (developer.vippsmobilepay.com/docs/APIs/webhooks-api/request-authentication). */
export function signVippsWebhook({ merchant, body, signedAt }: WebhookToSign): Record<string, string> {
  const { pathname, search, host } = new URL(merchant.webhookUrl);
  const date = signedAt.toUTCString();
  const contentHash = createHash('sha256').update(body).digest('base64');
  const signature = createHmac('sha256', merchant.credentials['webhookSecret'] ?? '')
    .update(`POST\n${pathname}${search}\n${date};${host};${contentHash}`)
    .digest('base64');
  return {
    'x-ms-date': date,
    'x-ms-content-sha256': contentHash,
    authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
  };
}
