import { expect } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, OutboxHandlers } from '@kantinekortet/platform';
import type { Answer } from '@kantinekortet/platform/testing';
import { answerBank, payWithCard, testCards } from '@kantinekortet/providers/testing';
import { signedInGuardian } from '@kantinekortet/testing';
import { DepositsService, LedgerService } from '@kantinekortet/wallet';
import { Client } from 'pg';
import type { AutoTopUpResponse, PutAutoTopUpRequest } from '../auto-top-ups/auto-top-up.dto.ts';
import { AutoTopUpsWorker } from '../auto-top-ups/auto-top-ups.worker.ts';
import type { SavedCardResponse } from '../auto-top-ups/saved-card.dto.ts';
import { TopUpScene, type Family } from './top-up-scene.ts';

/** What a screen sends. */
type Rule = { readonly [Field in keyof PutAutoTopUpRequest]: PutAutoTopUpRequest[Field] };

const approved: string = testCards.approved;

export const usualRule: Rule = { belowOre: kr(50), amountOre: kr(200), timesAMonth: 3 };

/** Guardians whose children's cards fill themselves. A purchase is played by what it leaves in the books and tells. */
export class AutoTopUpScene {
  readonly topUps: TopUpScene;
  private passedMs = 0;

  private constructor(topUps: TopUpScene) {
    this.topUps = topUps;
  }

  static async open(): Promise<AutoTopUpScene> {
    return new AutoTopUpScene(await TopUpScene.open());
  }

  close(): Promise<void> {
    return this.topUps.close();
  }

  get api() {
    return this.topUps.api;
  }

  /** A family with money on the card, whose guardian has a rule and a saved card. */
  async aFamily({ balanceOre = kr(100), card = approved, rule = usualRule } = {}): Promise<Family> {
    const family = await this.topUps.aFamily();
    await this.give(family, balanceOre);
    expect((await this.put(family, rule)).body.rule?.status).toBe('waiting_for_card');
    await this.saveCard(family, card);
    return family;
  }

  put(family: Family, rule: Rule = usualRule): Promise<Answer<AutoTopUpResponse>> {
    return family.browser.put<AutoTopUpResponse>(`top-ups/auto-top-ups/${family.walletId}`, rule);
  }

  switchOff(family: Family): Promise<Answer<AutoTopUpResponse>> {
    return family.browser.delete<AutoTopUpResponse>(`top-ups/auto-top-ups/${family.walletId}`);
  }

  async get(family: Family): Promise<AutoTopUpResponse> {
    const { status, body } = await family.browser.get<AutoTopUpResponse>(`top-ups/auto-top-ups/${family.walletId}`);
    expect(status).toBe(200);
    return body;
  }

  /** Starts to save a card, which must succeed. */
  async startCard({ browser, walletId }: Family): Promise<{ id: string; setupUrl: string }> {
    const { status, body } = await browser.post<SavedCardResponse>('top-ups/saved-cards', { id: newId(), walletId });
    expect([status, body.status]).toEqual([201, 'setting_up']);
    return { id: body.id, setupUrl: body.setupUrl ?? '' };
  }

  /** Saves a card, and comes back from the provider's page. */
  async saveCard(family: Family, number: string, expiry?: string): Promise<string> {
    const { id, setupUrl } = await this.startCard(family);
    await payWithCard(setupUrl, number, expiry);
    await answerBank(setupUrl, 'approve');
    const { body } = await family.browser.get<SavedCardResponse>(`top-ups/saved-cards/${id}`);
    expect(body).toMatchObject({ status: 'saved', card: { last4: number.slice(-4) } });
    return id;
  }

  /** A purchase, and what it tells those who watch the balance; nobody has heard of it yet. */
  async buy({ school, walletId }: Family, amountOre: number): Promise<void> {
    const id = newId();
    const operation = { id, schoolId: school.id, actor: 'register:1', occurredAt: this.api.clock.now() };
    const legs = [{ debit: { walletId }, credit: { account: 'revenue' as const }, amountOre }];
    await this.api.database.transaction((tx) =>
      this.api
        .get(LedgerService)
        .once(tx, { ...operation, kind: 'sale', content: { id } }, () => Promise.resolve({ result: {}, legs })),
    );
    const owner = new Client({ connectionString: this.api.ownerUrl });
    await owner.connect();
    await owner
      .query('SELECT tell_balance_watchers(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[$3::uuid])', [
        school.id,
        walletId,
        id,
      ])
      .finally(() => owner.end());
  }

  /** A purchase, and all that follows by itself. */
  async buyAndWait(family: Family, amountOre: number): Promise<void> {
    await this.buy(family, amountOre);
    await this.work();
  }

  /** The worker handles what waits, or one topic of it; what fails is left for the next time. Mails stay to be read. */
  async work(topic: string | null = null): Promise<void> {
    const failed: string[] = [];
    for (;;) {
      const messages = await this.api.database.query<{ id: string; topic: string; payload: unknown }>(
        `SELECT id, topic, payload FROM outbox WHERE topic <> 'mail' AND id <> ALL ($1::uuid[]) AND topic = coalesce($2, topic)
          ORDER BY id`,
        [failed, topic],
      );
      if (messages.length === 0) return;
      for (const { id, topic: of, payload } of messages) {
        await this.api
          .get(OutboxHandlers)
          .deliver(of, payload)
          .then(
            () => this.api.database.query('DELETE FROM outbox WHERE id = $1', [id]),
            () => failed.push(id),
          );
      }
    }
  }

  /** Time goes by, and the worker looks after what was left lying. */
  async later(durationMs: number): Promise<void> {
    this.pass(durationMs);
    await this.api.get(AutoTopUpsWorker).lookAfterAll();
    await this.work();
  }

  pass(durationMs: number): void {
    this.api.clock.advance(durationMs);
    this.passedMs += durationMs;
  }

  /** Back to the present, in which the sandbox lives: the next test needs new cards from it. */
  present(): void {
    this.pass(-this.passedMs);
  }

  async expectBalance(family: Family, balanceOre: number): Promise<void> {
    await this.topUps.expectBalance(family, balanceOre);
  }

  /** Subjects of the mails to the guardian, oldest first. */
  async subjects({ guardian }: Family): Promise<string[]> {
    const letters = await this.api.outbox<{ to: string; subject: string }>('mail');
    return letters.filter(({ to }) => to === guardian.email).map(({ subject }) => subject);
  }

  /** Another guardian of the same child. */
  async secondGuardian(family: Family): Promise<Family> {
    const { person: guardian, browser } = await signedInGuardian(this.api);
    await this.topUps.link(family.school.id, family.pupilId, guardian.id);
    return { ...family, guardian, browser };
  }

  /** Money from someone else, by the office. */
  async give({ school, walletId }: Family, amountOre: number): Promise<void> {
    const id = newId();
    await this.api.database.transaction((tx) =>
      this.api.get(DepositsService).topUp(tx, {
        id,
        schoolId: school.id,
        walletId,
        actor: 'office',
        occurredAt: this.api.clock.now(),
        amountOre,
        clearing: 'terminal',
        payerId: newId(),
        paymentReference: id,
      }),
    );
  }
}
