import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { signedInOffice } from '@kantinekortet/testing';
import { OfficeDesk } from '../testing/office-desk.ts';
import type { ClearingDto, ClearingsDto, SettlementDto, SettlementPage } from './settlement.dto.ts';

interface Refusal {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

describe('money that a person saw on the client account', () => {
  let root: OfficeDesk;
  let desk: OfficeDesk;
  beforeAll(async () => {
    root = await OfficeDesk.open();
  });
  beforeEach(async () => {
    desk = await OfficeDesk.at(root.api);
  });
  afterAll(() => root.api.close());

  const path = () => `schools/${desk.school.id}/settlements`;
  const entry = (change: object = {}) => ({
    ...{ id: newId(), clearing: 'office_terminal', receivedOn: desk.today, receivedOre: kr(198), costOre: kr(2) },
    ...{ reference: 'Bankterminal 23.11', ...change },
  });
  const enter = (body: object) => desk.browser.post<SettlementDto & Refusal>(path(), body);
  const clearing = async (name: string): Promise<ClearingDto | undefined> => {
    const { body } = await desk.browser.get<ClearingsDto>(`schools/${desk.school.id}/clearings`);
    return body.clearings.find((one) => one.clearing === name);
  };
  /** A family has paid 200 kr by terminal. */
  const receive = async (change: Parameters<OfficeDesk['payment']>[0] = {}): Promise<void> => {
    await desk.receive(await desk.aPupil(), change);
  };

  it('takes what the office received off its clearing account, with the costs, on the day of the bank', async () => {
    await receive();
    expect(await clearing('office_terminal')).toMatchObject({ waitingOre: kr(200), method: 'terminal' });
    const { status, body } = await enter(entry({ note: 'Nets' }));
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        ...{ method: 'terminal', source: 'person', receivedOn: desk.today, note: 'Nets', number: 1 },
        ...{ grossOre: kr(200), costOre: kr(2), netOre: kr(198), recordedBy: desk.person.name },
      }),
    ]);
    expect(await clearing('office_terminal')).toMatchObject({ waitingOre: 0 });
    const page = await desk.browser.get<SettlementPage>(path());
    expect(page.body).toEqual({ items: [body], nextCursor: null });
  });

  it('tells what was received by invoice from what was received by terminal', async () => {
    await receive();
    await receive({ method: 'invoice' });
    await enter(entry({ clearing: 'office_invoice', receivedOre: kr(200), costOre: 0 }));
    expect([await clearing('office_terminal'), await clearing('office_invoice')]).toMatchObject([
      { waitingOre: kr(200) },
      { waitingOre: 0, method: 'invoice', hasReports: false },
    ]);
  });

  it('is booked once, however often and by how many requests at once it is sent', async () => {
    await receive();
    const one = entry();
    const answers = await Promise.all([enter(one), enter(one), enter(one)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
    expect(await clearing('office_terminal')).toMatchObject({ waitingOre: 0 });
    const other = await enter({ ...one, receivedOre: kr(100) });
    expect([other.status, other.body.code]).toEqual([409, 'operation_conflict']);
  });

  it('is refused under a reference that is there, also from two who enter it at once', async () => {
    await receive();
    await receive();
    const answers = await Promise.all([enter(entry()), enter(entry())]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('settlement_known');
  });

  it('is booked from more colleagues at once than there are connections to the database', async () => {
    await receive();
    const entries = Array.from({ length: 15 }, (_, index) =>
      entry({ receivedOre: kr(1), costOre: 0, reference: `Innskudd ${index}` }),
    );
    const answers = await Promise.all(entries.map(enter));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await clearing('office_terminal')).toMatchObject({ waitingOre: kr(185) });
  });

  it('is refused when it is more than waits, and corrected by its mirror', async () => {
    await receive();
    const tooMuch = await enter(entry({ receivedOre: kr(300) }));
    expect(tooMuch).toMatchObject({
      status: 422,
      body: { code: 'settlement_beyond_waiting', waitingOre: kr(200) },
    });
    await enter(entry({ receivedOre: kr(150), costOre: 0 }));
    const mirror = { receivedOre: -150_00, costOre: 0, reference: 'Bankterminal 23.11, rettet' };
    expect((await enter(entry(mirror))).status).toBe(201);
    expect(await clearing('office_terminal')).toMatchObject({ waitingOre: kr(200) });
  });

  it('is refused for a day that has not come, for nothing at all, and for an account that is none of the school’s', async () => {
    await receive();
    const [ahead, nothing, unknown] = await Promise.all([
      enter(entry({ receivedOn: '2999-01-01' })),
      enter(entry({ receivedOre: 0, costOre: 0 })),
      enter(entry({ clearing: 'somebody_else' })),
    ]);
    expect(ahead).toMatchObject({ status: 422, body: { code: 'received_on_ahead' } });
    expect(nothing).toMatchObject({ status: 400, body: { errors: [{ pointer: '/receivedOre', code: 'nothing' }] } });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ pointer: '/clearing', code: 'unknown' }] } });
  });

  it('is not another school’s to see', async () => {
    await receive();
    const { body } = await enter(entry());
    const other = await OfficeDesk.at(root.api);
    const { browser } = await signedInOffice(root.api, other.school.id);
    for (const tail of ['', '/lines', '/lines.csv']) {
      const { status } = await browser.get(`schools/${other.school.id}/settlements/${body.id}${tail}`);
      expect(status).toBe(404);
    }
  });
});
