import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { startSandbox, type Sandbox } from '../sandbox.ts';
import {
  WebhookReceiver,
  baseSettings,
  control,
  orderFault,
  payWith,
  sdk,
  solbakken,
  topUpOf200,
} from '../testing/sandbox-under-test.ts';

async function intentOf(stripe: Stripe, sessionId: string): Promise<string> {
  const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(sessionId);
  return typeof intent === 'string' ? intent : '';
}

describe("Stripe's API, through the official SDK", () => {
  let sandbox: Sandbox;
  const receiver = new WebhookReceiver();
  beforeAll(async () => {
    sandbox = await startSandbox({ ...baseSettings, merchants: [solbakken(await receiver.listen())] });
  });
  afterAll(async () => {
    await sandbox.close();
    await receiver.close();
  });

  it('creates an open session with the amount, the reference and a page to pay on', async () => {
    const session = await sdk(sandbox).checkout.sessions.create(topUpOf200);
    expect(session).toMatchObject({
      object: 'checkout.session',
      amount_total: 20_000,
      currency: 'nok',
      client_reference_id: 'top-up-1',
      metadata: { topUpId: 'top-up-1' },
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      livemode: false,
    });
    expect(session.id).toMatch(/^cs_test_[0-9A-Za-z]{58}$/);
    expect(session.url).toBe(`${sandbox.url}/c/pay/${session.id}`);
  });

  it('takes an approved card and tells what was paid with', async () => {
    const stripe = sdk(sandbox);
    const { id, url } = await stripe.checkout.sessions.create(topUpOf200);
    const answer = await payWith(url ?? '', '4242 4242 4242 4242');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`http://localhost:4201/fyll-paa/top-up-1?session=${id}`);
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
    expect(session).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      payment_intent: {
        status: 'succeeded',
        amount_received: 20_000,
        latest_charge: { paid: true, payment_method_details: { card: { brand: 'visa', last4: '4242' } } },
      },
    });
  });

  it('declines a card with a reason, keeps the session open, and takes the next card', async () => {
    const stripe = sdk(sandbox);
    const { id, url } = await stripe.checkout.sessions.create(topUpOf200);
    await payWith(url ?? '', '4000000000000002');
    const declined = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(declined).toMatchObject({
      status: 'open',
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' },
      },
    });
    expect(await (await fetch(url ?? '')).text()).toContain('Kortet ble avvist. Vi har ikke trukket penger.');
    await payWith(url ?? '', '5555555555554444');
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'complete', payment_status: 'paid' });
  });

  it('asks the bank for a 3-D Secure card, which approves or rejects', async () => {
    const stripe = sdk(sandbox);
    const { id, url } = await stripe.checkout.sessions.create(topUpOf200);
    const asked = await payWith(url ?? '', '4000002500003155');
    expect(asked.headers.get('location')).toBe(`/c/pay/${id}/bank`);
    const answerBank = (decision: string) =>
      fetch(`${url ?? ''}/bank`, { method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' });

    await answerBank('reject');
    expect(await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })).toMatchObject({
      status: 'open',
      payment_intent: { last_payment_error: { code: 'payment_intent_authentication_failure' } },
    });
    await payWith(url ?? '', '4000002500003155');
    await answerBank('approve');
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'complete', payment_status: 'paid' });
  });

  it('completes a session at once and takes the money later when the bank is slow', async () => {
    const stripe = sdk(sandbox);
    const { id, url } = await stripe.checkout.sessions.create(topUpOf200);
    await payWith(url ?? '', '4000000000006009');
    await receiver.until(1, 'checkout.session.async_payment_succeeded');
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'complete', payment_status: 'paid' });
  });

  it('charges once when the pay button is pressed twice', async () => {
    const stripe = sdk(sandbox);
    const { id, url } = await stripe.checkout.sessions.create(topUpOf200);
    const answers = await Promise.all([1, 2].map(() => payWith(url ?? '', '4242424242424242')));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const { data } = await stripe.events.list({ type: 'payment_intent.succeeded', limit: 100 });
    const intent = await intentOf(stripe, id);
    expect(data.filter((event) => JSON.stringify(event.data.object).includes(intent))).toHaveLength(1);
  });

  it('expires an open session, and refuses to expire it again or to take money for it', async () => {
    const stripe = sdk(sandbox);
    const { id, url } = await stripe.checkout.sessions.create(topUpOf200);
    expect(await stripe.checkout.sessions.expire(id)).toMatchObject({ status: 'expired', url: null });
    await expect(stripe.checkout.sessions.expire(id)).rejects.toMatchObject({
      statusCode: 400,
      type: 'StripeInvalidRequestError',
      message: expect.stringContaining('Only Checkout Sessions with a status in ["open"] can be expired'),
    });
    await payWith(url ?? '', '4242424242424242');
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'expired', payment_status: 'unpaid' });
  });

  it('lists sessions and events newest first, page by page', async () => {
    const stripe = sdk(sandbox);
    const first = await stripe.checkout.sessions.create(topUpOf200);
    const second = await stripe.checkout.sessions.create(topUpOf200);
    const page = await stripe.checkout.sessions.list({ limit: 1 });
    expect(page).toMatchObject({ has_more: true, data: [{ id: second.id }] });
    const next = await stripe.checkout.sessions.list({ limit: 1, starting_after: second.id });
    expect(next.data).toMatchObject([{ id: first.id }]);
    const events = await stripe.events.list({ types: ['checkout.session.completed'], limit: 3 });
    expect(events.data.every(({ type }) => type === 'checkout.session.completed')).toBe(true);
    const [newest] = events.data;
    expect(await stripe.events.retrieve(newest?.id ?? '')).toMatchObject({ type: newest?.type, data: newest?.data });
  });

  it('refunds in parts up to what was paid', async () => {
    const stripe = sdk(sandbox);
    const { id, url } = await stripe.checkout.sessions.create(topUpOf200);
    await payWith(url ?? '', '4242424242424242');
    const intent = await intentOf(stripe, id);
    const refund = await stripe.refunds.create({ payment_intent: intent, amount: 15_000 });
    expect(refund).toMatchObject({ object: 'refund', amount: 15_000, status: 'succeeded' });
    await expect(stripe.refunds.create({ payment_intent: intent, amount: 5_001 })).rejects.toMatchObject({
      statusCode: 400,
    });
    await stripe.refunds.create({ payment_intent: intent });
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
  });

  it('refuses an unknown key, a missing object and the object of another merchant', async () => {
    await expect(sdk(sandbox, { key: 'sk_test_wrong' }).checkout.sessions.create(topUpOf200)).rejects.toMatchObject({
      statusCode: 401,
      type: 'StripeAuthenticationError',
    });
    await expect(sdk(sandbox).checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    const fjellheim = { ...solbakken('http://127.0.0.1:9/none'), id: 'fjellheim' };
    const credentials = { secretKey: 'sk_test_fjellheim01', webhookSecret: 'whsec_fjellheim' };
    expect((await control(sandbox, 'merchants', { ...fjellheim, credentials })).status).toBe(201);
    const { id } = await sdk(sandbox).checkout.sessions.create(topUpOf200);
    await expect(sdk(sandbox, { key: credentials.secretKey }).checkout.sessions.retrieve(id)).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it.each([
    ['an unknown parameter', { shipping_fee: 1 }, 'parameter_unknown', 'shipping_fee'],
    ['no way back', { success_url: '' }, 'parameter_missing', 'success_url'],
    ['an address that is none', { cancel_url: 'nowhere' }, 'url_invalid', 'cancel_url'],
    ['a life of a minute', { expires_at: 60 }, 'parameter_invalid_integer', 'expires_at'],
    ['nothing to pay for', { line_items: [] }, 'parameter_missing', 'line_items'],
  ])('refuses a session with %s', async (_case, params, code, param) => {
    const refused = sdk(sandbox).checkout.sessions.create({ ...topUpOf200, ...params });
    await expect(refused).rejects.toMatchObject({ statusCode: 400, code, param });
  });

  it('answers a repeated idempotency key with the first answer, and refuses other parameters under it', async () => {
    const stripe = sdk(sandbox);
    const first = await stripe.checkout.sessions.create(topUpOf200, { idempotencyKey: 'key-1' });
    const second = await stripe.checkout.sessions.create(topUpOf200, { idempotencyKey: 'key-1' });
    expect(second.id).toBe(first.id);
    expect(first.lastResponse.headers).not.toHaveProperty('idempotent-replayed');
    expect(second.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'original-request': first.lastResponse.requestId,
    });
    await expect(
      stripe.checkout.sessions.create({ ...topUpOf200, locale: 'en' }, { idempotencyKey: 'key-1' }),
    ).rejects.toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' });
  });

  it('does not remember a request that it could not understand', async () => {
    const stripe = sdk(sandbox);
    const unclear = stripe.checkout.sessions.create({ ...topUpOf200, success_url: '' }, { idempotencyKey: 'key-2' });
    await expect(unclear).rejects.toMatchObject({ code: 'parameter_missing' });
    expect(await stripe.checkout.sessions.create(topUpOf200, { idempotencyKey: 'key-2' })).toMatchObject({
      status: 'open',
    });
  });

  it('plays a time-out after the work was done: the same key finds it', async () => {
    const impatient = sdk(sandbox, { timeout: 100 });
    await orderFault(sandbox, { kind: 'timeout_after', operation: 'checkout.sessions.create' });
    const params = { ...topUpOf200, client_reference_id: 'after' };
    await expect(impatient.checkout.sessions.create(params, { idempotencyKey: 'key-3' })).rejects.toMatchObject({
      type: 'StripeConnectionError',
    });
    const found = await impatient.checkout.sessions.create(params, { idempotencyKey: 'key-3' });
    expect(found.lastResponse.headers).toHaveProperty('idempotent-replayed');
    const { data } = await impatient.checkout.sessions.list({ limit: 100 });
    expect(data.filter(({ client_reference_id: reference }) => reference === 'after')).toHaveLength(1);
  });

  it('plays a time-out before the work was done, a 500 and a 503: nothing was made', async () => {
    const impatient = sdk(sandbox, { timeout: 100 });
    const params = { ...topUpOf200, client_reference_id: 'before' };
    await orderFault(sandbox, { kind: 'timeout_before' });
    await expect(impatient.checkout.sessions.create(params)).rejects.toMatchObject({ type: 'StripeConnectionError' });
    await orderFault(sandbox, { kind: 'error_500' });
    await expect(impatient.checkout.sessions.create(params)).rejects.toMatchObject({ statusCode: 500 });
    await orderFault(sandbox, { kind: 'unavailable_503' });
    await expect(impatient.checkout.sessions.create(params)).rejects.toMatchObject({ statusCode: 503 });
    const { data } = await impatient.checkout.sessions.list({ limit: 100 });
    expect(data.filter(({ client_reference_id: reference }) => reference === 'before')).toHaveLength(0);
  });
});
