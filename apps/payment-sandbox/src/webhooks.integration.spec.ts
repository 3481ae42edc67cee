import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { startSandbox, type Sandbox } from './sandbox.ts';
import { readSettings } from './settings.ts';
import {
  WebhookReceiver,
  baseSettings,
  control,
  orderFault,
  payWith,
  sdk,
  solbakken,
  topUpOf200,
  webhookSecret,
  type ReceivedWebhook,
} from './testing/sandbox-under-test.ts';

const completed = 'checkout.session.completed';

async function listed<T>(sandbox: Sandbox, path: string, isItem: (item: unknown) => item is T): Promise<T[]> {
  const answer: unknown = await (await fetch(`${sandbox.url}/control/${path}`)).json();
  const items = typeof answer === 'object' && answer !== null && 'items' in answer ? answer.items : [];
  return Array.isArray(items) ? items.filter(isItem) : [];
}

function isDelivery(item: unknown): item is { eventId: string; eventType: string; status: string } {
  return typeof item === 'object' && item !== null && 'eventId' in item && 'eventType' in item && 'status' in item;
}

function isAnything(item: unknown): item is unknown {
  return item !== undefined;
}

describe('webhooks', () => {
  let sandbox: Sandbox;
  let receiver: WebhookReceiver;
  let dataDir: string;
  let webhookUrl: string;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'payment-sandbox-'));
    receiver = new WebhookReceiver();
    webhookUrl = await receiver.listen();
    sandbox = await startSandbox({ ...baseSettings, dataDir, merchants: [solbakken(webhookUrl)] });
  });
  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
    rmSync(dataDir, { recursive: true });
  });

  const pay = async (): Promise<string> => {
    const { id, url } = await sdk(sandbox).checkout.sessions.create(topUpOf200);
    await payWith(url ?? '', '4242424242424242');
    return id;
  };
  const verify = ({ body, headers }: ReceivedWebhook) =>
    sdk(sandbox).webhooks.constructEvent(body, String(headers['stripe-signature']), webhookSecret);
  const deliveries = () => listed(sandbox, 'webhooks', isDelivery);

  it('are signed so that the SDK accepts them, and carry the session', async () => {
    const id = await pay();
    const [webhook] = await receiver.until(1, completed);
    const event = verify(webhook ?? { headers: {}, body: '' });
    expect(event).toMatchObject({ object: 'event', type: completed, data: { object: { id, payment_status: 'paid' } } });
  });

  it('are sent again until the merchant takes them', async () => {
    receiver.refusals = 1;
    await pay();
    await receiver.until(2, 'payment_intent.created');
    const { length } = receiver.received.filter(({ body }) => body.includes('payment_intent.created'));
    expect(length).toBe(2);
  });

  it('come twice, forged or stale when ordered, and never when dropped', async () => {
    await orderFault(sandbox, { kind: 'duplicate', operation: completed });
    await pay();
    const [one, two] = await receiver.until(2, completed);
    expect(one?.body).toBe(two?.body);

    receiver.received.length = 0;
    await orderFault(sandbox, { kind: 'forged_signature', operation: completed });
    await orderFault(sandbox, { kind: 'old_timestamp', operation: 'payment_intent.succeeded' });
    await pay();
    const twice = [...(await receiver.until(2, completed)), ...(await receiver.until(2, 'payment_intent.succeeded'))];
    const refusals = twice.filter((webhook) => {
      try {
        return !verify(webhook);
      } catch (error) {
        return error instanceof Stripe.errors.StripeSignatureVerificationError;
      }
    });
    expect(refusals).toHaveLength(2);

    await orderFault(sandbox, { kind: 'drop', operation: completed });
    await pay();
    const dropped = (await deliveries()).filter(({ status }) => status === 'dropped');
    expect(dropped).toMatchObject([{ eventType: completed }]);
  });

  it('come late when ordered, and any time again on demand', async () => {
    await orderFault(sandbox, { kind: 'delay', operation: completed, delayMs: 30 });
    await pay();
    await receiver.until(1, 'payment_intent.succeeded');
    await receiver.until(1, completed);
    const [delivery] = (await deliveries()).filter(({ eventType }) => eventType === completed);
    const answer = await control(sandbox, `webhooks/${delivery?.eventId ?? ''}/send`);
    expect(await answer.json()).toEqual({ status: 200 });
    expect(receiver.received.filter(({ body }) => body.includes(completed))).toHaveLength(2);
  });

  it('and payments outlive a restart', async () => {
    const id = await pay();
    await receiver.until(1, completed);
    const { id: openId, url } = await sdk(sandbox).checkout.sessions.create(topUpOf200, { idempotencyKey: 'kept' });
    const openPath = new URL(url ?? '').pathname;
    await sandbox.close();
    sandbox = await startSandbox({ ...baseSettings, dataDir });
    expect(await sdk(sandbox).checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' });
    const again = await sdk(sandbox).checkout.sessions.create(topUpOf200, { idempotencyKey: 'kept' });
    expect(again.id).toBe(openId);
    expect((await payWith(`${sandbox.url}${openPath}`, '4242424242424242')).status).toBe(303);
    await receiver.until(2, completed);
    expect(await listed(sandbox, 'payments?merchantId=solbakken', isAnything)).toMatchObject([
      { reference: id, status: 'paid' },
      { reference: openId, status: 'paid', amountOre: 20_000 },
    ]);
  });

  it('need a merchant that is whole, and faults that exist', async () => {
    expect((await control(sandbox, 'merchants', { ...solbakken(webhookUrl), credentials: {} })).status).toBe(400);
    expect((await control(sandbox, 'merchants', { ...solbakken(webhookUrl), provider: 'nobody' })).status).toBe(400);
    expect((await control(sandbox, 'merchants', {})).status).toBe(400);
    expect((await control(sandbox, 'faults', { kind: 'earthquake' })).status).toBe(400);
  });
});

describe('the settings', () => {
  it('refuse production', () => {
    expect(() => readSettings({ NODE_ENV: 'production' })).toThrow(/does not start with NODE_ENV=production/);
  });

  it('read the port, the folder and the merchants', () => {
    const merchants = [solbakken('http://127.0.0.1:1/events')];
    const settings = readSettings({
      PORT: '0',
      SANDBOX_DATA_DIR: '/tmp/x',
      SANDBOX_MERCHANTS: JSON.stringify(merchants),
    });
    expect(settings).toMatchObject({ host: '127.0.0.1', port: 0, dataDir: '/tmp/x', merchants });
    expect(() => readSettings({ PORT: 'first' })).toThrow('PORT must be a whole number, not "first".');
    expect(() => readSettings({ SANDBOX_MERCHANTS: '{}' })).toThrow(/must be a JSON list/);
  });
});
