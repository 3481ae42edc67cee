import { describe, expect, it } from '@jest/globals';
import { WebhookNotVerified } from '../provider.errors.ts';
import { verifyVippsWebhook } from './vipps-webhook.ts';

/** The worked example of developer.vippsmobilepay.com/docs/APIs/webhooks-api/request-authentication. */
const secret = 'A0+AeKBRG2KRGvnNwJpQlb6IJFk48CKXCIcrLoHncVJKDILsQSxS6NWCccwWm6r6FhGKhiHTBsG2wo/xU6FY/A==';
const sentAt = new Date('2023-03-30T08:38:32Z');
const webhook = {
  path: '/e2cee29b-012e-4f1d-8ef4-e95fd74a7a63',
  rawBody: Buffer.from('{"some-unique-content":"ee6e441b-cc4a-46f8-895d-a5af79bcc233/hello-world"}'),
  headers: {
    host: 'webhook.site',
    'x-ms-date': 'Thu, 30 Mar 2023 08:38:32 GMT',
    'x-ms-content-sha256': 'lNlsp1XA03N34HrQsVzPgJKtC+r7l/RBF4V3JQUWMj4=',
    authorization:
      'HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=agAiSyogQbDHpeucoNwYz+yAr5nJ+v+zasdkSbqzv+U=',
  },
};
const withHeader = (name: keyof typeof webhook.headers, value: string) => {
  return { ...webhook, headers: { ...webhook.headers, [name]: value } };
};

describe("the signature of Vipps's webhooks", () => {
  it("is what the provider's own example says", () => {
    expect(() => verifyVippsWebhook(webhook, secret, sentAt)).not.toThrow();
  });

  it.each([
    ['another body', { ...webhook, rawBody: Buffer.from('{"some-unique-content":"other"}') }],
    ['another path', { ...webhook, path: '/elsewhere' }],
    ['another host', withHeader('host', 'example.com')],
    ['another date', withHeader('x-ms-date', 'Thu, 30 Mar 2023 08:38:33 GMT')],
    ['another hash', withHeader('x-ms-content-sha256', 'AAAA')],
    ['another signature', withHeader('authorization', 'HMAC-SHA256 SignedHeaders=x-ms-date&Signature=AAAA')],
    ['no headers', { ...webhook, headers: {} }],
  ])('does not fit %s', (_what, changed) => {
    expect(() => verifyVippsWebhook(changed, secret, sentAt)).toThrow(WebhookNotVerified);
  });

  it('does not fit another secret', () => {
    expect(() => verifyVippsWebhook(webhook, `${secret}A`, sentAt)).toThrow(WebhookNotVerified);
  });

  it.each([-301, 301])('is worth nothing %d seconds away from its date', (seconds) => {
    const now = new Date(sentAt.getTime() + seconds * 1_000);
    expect(() => verifyVippsWebhook(webhook, secret, now)).toThrow(WebhookNotVerified);
  });
});
