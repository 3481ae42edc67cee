import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { CheckoutModule } from '../checkout.module.ts';
import { Canteen } from '../testing/canteen.ts';

const second = 1000;

describe('a cashier', () => {
  let api: TestApi;
  let canteen: Canteen;
  let cashiers: string;
  let made = 0;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CheckoutModule] });
    canteen = await Canteen.open(api);
    cashiers = `schools/${canteen.schoolId}/cashiers`;
  });
  afterAll(() => api.close());

  async function aCashier(pin: string): Promise<{ id: string; name: string }> {
    made += 1;
    return (await canteen.office.post<{ id: string; name: string }>(cashiers, { name: `Kasserer ${made}`, pin })).body;
  }

  it('is made by the office with a name of its own and six digits, which are not kept', async () => {
    const answer = await canteen.office.post(cashiers, { name: 'Ola', pin: '314159' });
    expect([answer.status, answer.body]).toEqual([201, { id: expect.any(String), name: 'Ola', active: true }]);
    const stored = await api.database.query<{ pin_hash: string }>('SELECT pin_hash FROM cashier WHERE name = $1', [
      'Ola',
    ]);
    expect(stored).toEqual([{ pin_hash: expect.stringMatching(/^\$argon2id\$/) }]);
    const again = await canteen.office.post(cashiers, { name: 'Ola', pin: '173205' });
    expect([again.status, again.body['code']]).toEqual([409, 'cashier_name_taken']);
  });

  it('gets no PIN that is easily guessed, and keeps the one there is', async () => {
    const cashier = await aCashier('314159');
    for (const answer of [
      await canteen.office.post<{ code: string }>(cashiers, { name: 'Pia', pin: '123456' }),
      await canteen.office.patch<{ code: string }>(`${cashiers}/${cashier.id}`, { pin: '111111' }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([400, 'weak_pin']);
    }
    expect((await (await canteen.till()).signIn(cashier.id, '314159')).status).toBe(201);
  });

  it.each(['12345', '1234567', 'abcdef', 123456])('does not get the PIN %p', async (pin) => {
    expect((await canteen.office.post(cashiers, { name: 'Per', pin })).status).toBe(400);
  });

  it('signs in at a till by PIN, and takes the place of whoever was there', async () => {
    const till = await canteen.till();
    const first = till.cashierSessionId;
    const cashier = await aCashier('161803');
    const answer = await till.signIn(cashier.id, '161803');
    expect([answer.status, answer.body]).toEqual([
      201,
      { id: expect.any(String), cashierId: cashier.id, cashierName: cashier.name },
    ]);
    const current = await till.browser.get<{ cashierSession: { id: string } }>('registers/current');
    expect(current.body.cashierSession.id).toBe(answer.body.id);
    expect(answer.body.id).not.toBe(first);
  });

  it('signs out, as often as it asks, and never the cashier of another till', async () => {
    const [till, other] = [await canteen.till(), await canteen.till()];
    await other.browser.delete(`registers/current/cashier-sessions/${till.cashierSessionId}`);
    expect((await till.browser.get('registers/current')).body).toMatchObject({
      cashierSession: { cashierName: 'Kari' },
    });
    expect((await till.signOut()).status).toBe(204);
    expect((await till.signOut()).status).toBe(204);
    expect((await till.browser.get('registers/current')).body).toMatchObject({ cashierSession: null });
  });

  it('has five tries at a till, then waits that double, and others are not held up', async () => {
    const till = await canteen.till();
    const cashier = await aCashier('141421');
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = await till.signIn(cashier.id, '000000');
      expect([wrong.status, wrong.body.code]).toEqual([422, 'wrong_pin']);
    }
    const held = await till.signIn(cashier.id, '141421');
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '30']);
    const other = await aCashier('173205');
    expect((await till.signIn(other.id, '173205')).status).toBe(201);
    expect((await (await canteen.till()).signIn(cashier.id, '141421')).status).toBe(201);
    api.clock.advance(31 * second);
    expect((await till.signIn(cashier.id, '000000')).body.code).toBe('wrong_pin');
    expect(Number((await till.signIn(cashier.id, '141421')).headers.get('retry-after'))).toBeGreaterThan(50);
    api.clock.advance(61 * second);
    expect((await till.signIn(cashier.id, '141421')).status).toBe(201);
    expect((await till.signIn(cashier.id, '000000')).body.code).toBe('wrong_pin');
  });

  it('has no more tries by sending them at once', async () => {
    const till = await canteen.till();
    const cashier = await aCashier('223606');
    const answers = await Promise.all(Array.from({ length: 12 }, () => till.signIn(cashier.id, '000000')));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('is let in at once with the new PIN that the office gave', async () => {
    const till = await canteen.till();
    const cashier = await aCashier('244948');
    for (let tries = 0; tries < 5; tries += 1) await till.signIn(cashier.id, '000000');
    await canteen.office.patch(`${cashiers}/${cashier.id}`, { pin: '264575' });
    expect((await till.signIn(cashier.id, '244948')).body.code).toBe('wrong_pin');
    expect((await till.signIn(cashier.id, '264575')).status).toBe(201);
  });

  it('who is made inactive is signed out, not shown at the till and not let in', async () => {
    const till = await canteen.till();
    const cashier = await aCashier('282842');
    await till.signIn(cashier.id, '282842');
    const answer = await canteen.office.patch(`${cashiers}/${cashier.id}`, { active: false, name: 'Sluttet' });
    expect(answer.body).toEqual({ id: cashier.id, name: 'Sluttet', active: false });
    const { body } = await till.browser.get<{ cashiers: { id: string }[]; cashierSession: unknown }>(
      'registers/current',
    );
    expect(body.cashierSession).toBeNull();
    expect(body.cashiers.map(({ id }) => id)).not.toContain(cashier.id);
    const refused = await till.signIn(cashier.id, '282842');
    expect([refused.status, refused.body.code]).toEqual([404, 'cashier_not_found']);
  });

  it('of another school, or none, is not found', async () => {
    const elsewhere = await Canteen.open(api);
    const foreign = await elsewhere.office.post<{ id: string }>(`schools/${elsewhere.schoolId}/cashiers`, {
      name: 'Fremmed',
      pin: '300112',
    });
    const till = await canteen.till();
    for (const id of [foreign.body.id, newId()]) {
      expect((await till.signIn(id, '300112')).status).toBe(404);
      expect((await canteen.office.patch(`${cashiers}/${id}`, { active: false })).status).toBe(404);
    }
    const { body } = await canteen.office.get<{ items: { name: string }[] }>(cashiers);
    expect(body.items.map(({ name }) => name)).not.toContain('Fremmed');
  });
});
