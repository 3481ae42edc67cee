import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { osloDay } from '@kantinekortet/platform';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { signedInOffice, signedInSupport, type TestPupil } from '@kantinekortet/testing';
import { PaymentsModule } from '../payments.module.ts';
import { OfficeDesk } from '../testing/office-desk.ts';
import type { TerminalDayDto, TerminalDayPage } from './terminal-day.dto.ts';
import { terminalDayStatuses, terminalDayTransitions } from './terminal-day-status.ts';

const dayMs = 24 * 60 * 60 * 1_000;

describe('a day of the bank terminal', () => {
  let api: TestApi;
  let desk: OfficeDesk;
  let pupil: TestPupil;
  beforeAll(async () => {
    api = await startTestApi({ imports: [PaymentsModule] });
  });
  beforeEach(async () => {
    desk = await OfficeDesk.at(api);
    pupil = await desk.aPupil();
  });
  afterAll(() => api.close());

  async function day(): Promise<TerminalDayDto> {
    const { body } = await desk.browser.get<TerminalDayDto>(`${desk.path}/terminal-days/${desk.today}`);
    return body;
  }

  it('is open and empty until the terminal is used, and counts its receipts that stand', async () => {
    expect(await day()).toMatchObject({ status: 'open', receiptCount: 0, receiptsTotalOre: 0, terminalTotalOre: null });
    await desk.receive(pupil, { amountOre: kr(200) });
    const wrong = await desk.receive(pupil, { amountOre: kr(70) });
    await desk.receive(pupil, { amountOre: kr(500), method: 'invoice' });
    await desk.receive(await desk.aPupil(), { amountOre: kr(50) });
    await desk.reverse(wrong.id);
    expect(await day()).toMatchObject({ status: 'open', receiptCount: 2, receiptsTotalOre: kr(250) });
  });

  it('is balanced when the terminal says the same, and closed by who it was', async () => {
    await desk.receive(pupil);
    const closed = await desk.close(desk.today, { terminalTotalOre: kr(200) });
    expect(closed).toMatchObject({
      status: 200,
      body: { status: 'balanced', receiptsTotalOre: kr(200), terminalTotalOre: kr(200), closedBy: desk.person.name },
    });
    expect((await desk.close(desk.today, { terminalTotalOre: kr(200) })).body).toEqual(closed.body);
  });

  it('that differs needs a note, and keeps it', async () => {
    await desk.receive(pupil);
    expect(await desk.close(desk.today, { terminalTotalOre: kr(250) })).toMatchObject({
      status: 422,
      body: { code: 'terminal_day_differs', receiptsTotalOre: kr(200), differenceOre: kr(50) },
    });
    expect((await desk.close(desk.today, { terminalTotalOre: kr(250), note: '  ' })).status).toBe(400);
    expect(await day()).toMatchObject({ status: 'open' });
    expect(await desk.close(desk.today, { terminalTotalOre: kr(250), note: 'En slipp mangler' })).toMatchObject({
      status: 200,
      body: { status: 'differs', terminalTotalOre: kr(250), note: 'En slipp mangler' },
    });
  });

  describe('with a difference is closed by somebody who recorded none of its receipts', () => {
    const differs = { terminalTotalOre: kr(250), note: 'En slipp mangler' };
    const another = () => signedInOffice(api, desk.school.id);

    it('as long as there is somebody', async () => {
      await desk.receive(pupil);
      const { browser } = await another();
      expect(await desk.close(desk.today, differs)).toMatchObject({
        status: 403,
        body: { code: 'terminal_day_needs_another' },
      });
      expect(await day()).toMatchObject({ status: 'open', closedBy: null });
      expect(await desk.close(desk.today, differs, browser)).toMatchObject({
        status: 200,
        body: { status: 'differs' },
      });
    });

    it('also when the receipt that made it differ was taken back', async () => {
      const { id } = await desk.receive(pupil);
      await desk.reverse(id);
      await another();
      expect((await desk.close(desk.today, differs)).status).toBe(403);
    });

    it('and by any of them where everybody recorded some', async () => {
      const colleague = await another();
      await desk.receive(pupil);
      expect((await desk.post(pupil, desk.payment(), colleague.browser)).status).toBe(201);
      expect(await desk.close(desk.today, differs)).toMatchObject({ status: 200, body: { status: 'differs' } });
    });

    it('which customer service is not', async () => {
      await signedInSupport(api, desk.school.id);
      await desk.receive(pupil);
      expect(await desk.close(desk.today, differs)).toMatchObject({ status: 200 });
    });
  });

  it('that agrees is closed by who recorded its receipts', async () => {
    await signedInOffice(api, desk.school.id);
    await desk.receive(pupil);
    expect(await desk.close(desk.today, { terminalTotalOre: kr(200) })).toMatchObject({
      status: 200,
      body: { status: 'balanced' },
    });
  });

  it('that is closed takes no receipt, loses none and is not closed otherwise; invoices come all the same', async () => {
    const receipt = await desk.receive(pupil);
    const repeated = desk.payment();
    await desk.post(pupil, repeated);
    await desk.close(desk.today, { terminalTotalOre: kr(400) });
    const closed = { status: 409, body: { code: 'terminal_day_closed', day: desk.today } };
    expect(await desk.post(pupil, desk.payment())).toMatchObject(closed);
    expect(await desk.reverse(receipt.id)).toMatchObject(closed);
    expect(await desk.close(desk.today, { terminalTotalOre: kr(400), note: 'Likevel' })).toMatchObject(closed);
    expect((await desk.post(pupil, repeated)).status).toBe(200);
    await desk.receive(pupil, { method: 'invoice' });
    const yesterday = osloDay(new Date(api.clock.now().getTime() - dayMs));
    await desk.receive(pupil, { paidOn: yesterday });
  });

  it('that has not come cannot be closed', async () => {
    const tomorrow = osloDay(new Date(api.clock.now().getTime() + dayMs));
    expect(await desk.close(tomorrow, { terminalTotalOre: 0 })).toMatchObject({
      status: 422,
      body: { code: 'terminal_day_ahead' },
    });
    expect((await desk.close('2026-13-01', { terminalTotalOre: 0 })).status).toBe(400);
  });

  it('closed while receipts arrive holds exactly those that were told they were received', async () => {
    const payments = await Promise.all(
      Array.from({ length: 8 }, async () => [await desk.aPupil(), desk.payment({ amountOre: kr(10) })] as const),
    );
    const [closed, ...received] = await Promise.all([
      desk.close(desk.today, { terminalTotalOre: kr(80), note: 'Midt i køen' }),
      ...payments.map(([child, payment]) => desk.post(child, payment)),
    ]);
    expect(closed.status).toBe(200);
    const taken = received.filter(({ status }) => status === 201);
    expect(received.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await day()).toMatchObject({
      receiptCount: taken.length,
      receiptsTotalOre: taken.length * kr(10),
      status: taken.length === 8 ? 'balanced' : 'differs',
    });
    const [row] = await api.database.query<{ total: number }>(
      'SELECT receipts_total_ore AS total FROM terminal_day WHERE school_id = $1 AND day = $2',
      [desk.school.id, desk.today],
    );
    expect(row?.total).toBe(taken.length * kr(10));
  });

  it('closed by two at once is closed by one', async () => {
    await desk.receive(pupil);
    const answers = await Promise.all([
      desk.close(desk.today, { terminalTotalOre: kr(100), note: 'Den ene' }),
      desk.close(desk.today, { terminalTotalOre: kr(200) }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is listed newest first, school by school', async () => {
    const yesterday = osloDay(new Date(api.clock.now().getTime() - dayMs));
    await desk.receive(pupil, { paidOn: yesterday });
    await desk.receive(pupil);
    const list = async (query: string) =>
      (await desk.browser.get<TerminalDayPage>(`${desk.path}/terminal-days${query}`)).body;
    expect((await list('')).items.map((one) => one.day)).toEqual([desk.today, yesterday]);
    const first = await list('?limit=1');
    expect((await list(`?limit=1&cursor=${first.nextCursor}`)).items.map((one) => one.day)).toEqual([yesterday]);
  });

  it('ends in one way and stays so', () => {
    const ends = terminalDayStatuses.filter((status) => terminalDayTransitions[status].length === 0);
    expect([terminalDayTransitions.open, ends]).toEqual([ends, ['balanced', 'differs']]);
  });
});
