import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { signedInSupport } from '@kantinekortet/testing';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen } from '../testing/canteen.ts';

const minute = 60_000;

interface Register {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly code: string;
}

describe('a register', () => {
  let api: TestApi;
  let canteen: Canteen;
  let registers: string;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CheckoutModule] });
    canteen = await Canteen.open(api);
    registers = `schools/${canteen.schoolId}/registers`;
  });
  afterAll(() => api.close());

  async function aRegister(name: string): Promise<Register> {
    return (await canteen.office.post<Register>(registers, { name })).body;
  }

  async function statusOf(id: string): Promise<string | undefined> {
    const { body } = await canteen.office.get<{ items: Register[] }>(registers);
    return body.items.find((register) => register.id === id)?.status;
  }

  it('is made by the office, under a name that no other has', async () => {
    const answer = await canteen.office.post(registers, { name: ' Kiosken ' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      name: 'Kiosken',
      status: 'unpaired',
      pairedAt: null,
      lastSeenAt: null,
    });
    const again = await canteen.office.post(registers, { name: 'Kiosken' });
    expect([again.status, again.body['code']]).toEqual([409, 'register_name_taken']);
  });

  it('becomes a device by a code that works once, typed as people type', async () => {
    const register = await aRegister('Inngangen');
    const code = await canteen.pairingCode(register.id);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const browser = api.browser('canteen-checkout');
    const paired = await browser.post('registers/pair', { code: `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase() });
    expect(paired.status).toBe(200);
    expect(paired.body).toMatchObject({
      register: { id: register.id, name: 'Inngangen' },
      school: { id: canteen.schoolId },
    });
    const [cookie = ''] = paired.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-kk-till=.*; Path=\/; Secure; HttpOnly; SameSite=Lax/);
    expect((await browser.get('registers/current')).status).toBe(200);
    expect(await statusOf(register.id)).toBe('paired');
    const again = await api.browser('canteen-checkout').post('registers/pair', { code });
    expect([again.status, again.body['code']]).toEqual([404, 'pairing_code_unknown']);
  });

  it('is not paired by a code that is older than ten minutes, replaced or invented', async () => {
    const register = await aRegister('Gården');
    const replaced = await canteen.pairingCode(register.id);
    const late = await canteen.pairingCode(register.id);
    api.clock.advance(10 * minute);
    for (const code of [replaced, late, 'ABCD1234']) {
      const answer = await api.browser('canteen-checkout').post('registers/pair', { code });
      expect([answer.status, answer.body['code']]).toEqual([404, 'pairing_code_unknown']);
    }
    expect(await statusOf(register.id)).toBe('unpaired');
  });

  it('is paired by one of two devices that use the code at once', async () => {
    const register = await aRegister('Racet');
    const code = await canteen.pairingCode(register.id);
    const answers = await Promise.all(
      [1, 2].map(() => api.browser('canteen-checkout').post('registers/pair', { code })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('stops listening to an address that guesses codes', async () => {
    const guess = () =>
      api
        .browser('canteen-checkout')
        .request<{ code: string }>(
          'POST',
          'registers/pair',
          { code: 'ZZZZZZZZ' },
          { 'x-forwarded-for': '203.0.113.9' },
        );
    for (let tries = 0; tries < 10; tries += 1) expect((await guess()).status).toBe(404);
    const refused = await guess();
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('signs the device before it out when another is paired', async () => {
    const till = await canteen.till();
    const code = await canteen.pairingCode(till.registerId);
    const next = api.browser('canteen-checkout');
    await next.post('registers/pair', { code });
    expect((await till.browser.get('registers/current')).status).toBe(401);
    expect((await next.get('registers/current')).body).toMatchObject({ cashierSession: null });
  });

  it('is revoked by the office, as often as it asks, and can be paired again', async () => {
    const till = await canteen.till();
    const path = `${registers}/${till.registerId}`;
    const unused = await canteen.pairingCode(till.registerId);
    for (let times = 0; times < 2; times += 1) {
      const answer = await canteen.office.post(`${path}/revoke`);
      expect([answer.status, answer.body['status']]).toEqual([200, 'revoked']);
    }
    expect((await till.browser.get('registers/current')).status).toBe(401);
    expect((await api.browser('canteen-checkout').post('registers/pair', { code: unused })).status).toBe(404);
    await api.browser('canteen-checkout').post('registers/pair', { code: await canteen.pairingCode(till.registerId) });
    expect(await statusOf(till.registerId)).toBe('paired');
  });

  it('goes on with its receipts and its journal after it was paired again', async () => {
    const till = await canteen.till();
    const [pupil, product] = [await canteen.buyer(9000), await canteen.product(4500)];
    await till.sell({ card: pupil.card, products: [product] });
    await canteen.office.post(`${registers}/${till.registerId}/revoke`);
    await till.browser.post('registers/pair', { code: await canteen.pairingCode(till.registerId) });
    await till.signIn(
      (await till.browser.get<{ cashiers: { id: string }[] }>('registers/current')).body.cashiers[0]?.id ?? '',
      '271828',
    );
    expect((await till.sell({ card: pupil.card, products: [product] })).body.receiptNumber).toBe(2);
  });

  it('of another school, or none, is not found', async () => {
    const other = await Canteen.open(api);
    const foreign = await other.till();
    for (const id of [foreign.registerId, newId()]) {
      expect((await canteen.office.post(`${registers}/${id}/pairing-codes`)).status).toBe(404);
      expect((await canteen.office.post(`${registers}/${id}/revoke`)).status).toBe(404);
    }
    expect((await other.office.get(registers)).status).toBe(404);
    expect((await foreign.browser.get('registers/current')).status).toBe(200);
  });

  it('is a matter for the office alone', async () => {
    const support = await signedInSupport(api, canteen.schoolId);
    expect((await support.browser.post(registers, { name: 'Min' })).status).toBe(403);
    expect((await api.browser('admin-office').get(registers)).status).toBe(401);
    expect((await (await canteen.till()).browser.get(registers)).status).toBe(403);
  });
});
