import { expect } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId, OutboxHandlers } from '@kantinekortet/platform';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentProviders } from '@kantinekortet/providers';
import {
  PaymentSandbox,
  aCardMerchant,
  answerInApp,
  payWithCard,
  testCards,
  type SandboxMerchant,
} from '@kantinekortet/providers/testing';
import {
  aPupil,
  aSchool,
  makeGuardian,
  signedInGuardian,
  type TestPerson,
  type TestPupil,
} from '@kantinekortet/testing';
import { DepositsService, LedgerService, WalletsService, type Wallet } from '@kantinekortet/wallet';
import type { RefundPart } from '../refund-rows.ts';
import type { RefundView } from '../refund.dto.ts';
import { RefundsModule } from '../refunds.module.ts';
import { refundAskedTopic } from '../refunds.service.ts';
import { RefundSender } from '../send-refunds.service.ts';

/** Someone who pays for a pupil. */
export interface Payer {
  readonly person: TestPerson;
  readonly browser: HttpClient;
}

/** A school that takes payments, a pupil there, and the pupil's mother. */
export interface Family {
  readonly merchant: SandboxMerchant;
  readonly merchantId: string;
  readonly pupil: TestPupil;
  readonly mother: Payer;
}

/** The API with refunds, and the payment sandbox, with webhooks from the one to the other. */
export class RefundScene {
  readonly api: TestApi;
  readonly sandbox: PaymentSandbox;

  private constructor(api: TestApi, sandbox: PaymentSandbox) {
    this.api = api;
    this.sandbox = sandbox;
  }

  static async open(): Promise<RefundScene> {
    const [api, sandbox] = await Promise.all([
      startTestApi({ imports: [RefundsModule] }),
      PaymentSandbox.start({ SANDBOX_SLOW_MS: '3600000' }),
    ]);
    return new RefundScene(api, sandbox);
  }

  async close(): Promise<void> {
    await Promise.all([this.api.close(), this.sandbox.stop()]);
  }

  /** A school whose merchant takes bank cards, unless it is another merchant. */
  async aFamily(aMerchant = aCardMerchant): Promise<Family> {
    const { id: schoolId, merchantId } = await aSchool(this.api);
    const { provider, credentials, ...merchantFacts } = aMerchant(this.sandbox);
    const { merchantKey } = await this.api.database.transaction((tx) =>
      this.api.get(PaymentProviders).connect(tx, { merchantId, provider, credentials }),
    );
    const webhookUrl = `${this.api.url}/api/v1/payment-events/${provider}/${merchantKey}`;
    const merchant = { ...merchantFacts, provider, credentials, webhookUrl };
    await this.sandbox.register(merchant);
    const pupil = await aPupil(this.api, schoolId, { firstName: 'Emma' });
    return { merchant, merchantId, pupil, mother: await this.aGuardian(pupil) };
  }

  async aGuardian(pupil: TestPupil): Promise<Payer> {
    const payer = await signedInGuardian(this.api);
    await makeGuardian(this.api, pupil, payer.person.id);
    return payer;
  }

  /** Signs in anew, as whoever gives the password again does. */
  async again({ person }: Payer): Promise<Payer> {
    return signedInGuardian(this.api, person);
  }

  /** A paid top-up, as the payments flow leaves it: at the provider, in its row and in the ledger. Returns its id. */
  async pay(family: Family, payer: Payer, amountOre: number, card: string = testCards.approved): Promise<string> {
    const { merchant, merchantId, pupil } = family;
    const { schoolId, walletId } = pupil;
    const id = newId();
    const account = await this.api.get(PaymentProviders).accountOf(merchantId, merchant.provider);
    const { providerReference, checkoutUrl } = await account.createPayment({
      paymentId: id,
      amountOre,
      description: 'Påfylling av kantinekort',
      language: 'nb',
      returnUrl: 'http://localhost:4201/fyll-paa',
      cancelUrl: 'http://localhost:4201/fyll-paa',
      expiresAt: new Date(Date.now() + 3_600_000),
    });
    if (account.authorizations) {
      await answerInApp(checkoutUrl, 'approve');
      await account.authorizations.capture(providerReference, amountOre);
    } else await payWithCard(checkoutUrl, card);
    const { card: used } = await account.getPayment(providerReference);
    const now = this.api.clock.now();
    await this.api.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO top_up (school_id, id, wallet_id, payer_id, merchant_id, provider, amount_ore, description, language,
                             status, provider_reference, card_brand, card_last4, created_at, expires_at, ended_at,
                             payment_school_id, payment_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'Påfylling', 'nb', 'paid', $8, $9, $10, $11, $12, $11, $1, $2)`,
        [
          schoolId,
          id,
          walletId,
          payer.person.id,
          merchantId,
          merchant.provider,
          amountOre,
          providerReference,
          used?.brand,
          used?.last4,
          now,
          new Date(now.getTime() + 3_600_000),
        ],
      );
      await this.api.get(DepositsService).topUp(tx, {
        ...this.operation(pupil),
        id,
        amountOre,
        clearing: merchant.provider,
        payerId: payer.person.id,
        paymentReference: id,
      });
    });
    return id;
  }

  /** A sale. Returns its id. */
  async buy(pupil: TestPupil, amountOre: number): Promise<string> {
    const { walletId } = pupil;
    const request = { ...this.operation(pupil), kind: 'sale', content: { amountOre } } as const;
    const leg = { debit: { walletId }, credit: { account: 'revenue' }, amountOre } as const;
    await this.api.database.transaction((tx) =>
      this.api.get(LedgerService).once(tx, request, () => Promise.resolve({ result: {}, legs: [leg] })),
    );
    return request.id;
  }

  operation({ schoolId, walletId }: TestPupil) {
    return { id: newId(), schoolId, walletId, actor: 'system:test', occurredAt: this.api.clock.now() };
  }

  /** A bank account of a payer that may be used at once, or after `waitsMs`. Returns its id. */
  async anAccount(
    schoolId: string,
    payerId: string,
    waitsMs = 0,
    kind = 'person',
    recordedBy = payerId,
  ): Promise<string> {
    const id = newId();
    const usableAt = new Date(this.api.clock.now().getTime() + waitsMs);
    await this.api.database.query(
      `INSERT INTO payout_account (school_id, id, payer_kind, payer_id, holder_name, sealed_number, last4, recorded_by,
                                   recorded_at, usable_at)
       VALUES ($1, $2, $3, $4, 'Kari Nordmann', '\\x00', '3056', $5, $6::timestamptz - interval '72 hours', $6)`,
      [schoolId, id, kind, payerId, recordedBy, usableAt],
    );
    return id;
  }

  ask(payer: Payer, pupil: TestPupil, wish: Readonly<Record<string, unknown>> = {}): Promise<Answer<RefundView>> {
    return payer.browser.post<RefundView>('refunds', { id: newId(), walletId: pupil.walletId, ...wish });
  }

  /** Asks for a refund, which must succeed. */
  async asked(payer: Payer, pupil: TestPupil, wish: Readonly<Record<string, unknown>> = {}): Promise<RefundView> {
    const { status, body } = await this.ask(payer, pupil, wish);
    expect({ status, body }).toMatchObject({ status: 201 });
    return body;
  }

  async get(payer: Payer, id: string): Promise<RefundView> {
    const { status, body } = await payer.browser.get<RefundView>(`refunds/${id}`);
    expect(status).toBe(200);
    return body;
  }

  /** Lets the webhooks that were sent arrive, and the worker do what refunds have asked of it. */
  async work({ merchant }: Family): Promise<void> {
    const handlers = this.api.get(OutboxHandlers);
    for (;;) {
      // What is done here may send another.
      await this.sandbox.webhooks(merchant.id);
      const rows = await this.api.database.query<{ id: string; topic: string; payload: unknown }>(
        `SELECT id, topic, payload FROM outbox WHERE topic = ANY ($1) ORDER BY id LIMIT 1`,
        [[refundAskedTopic, 'provider-event.refund']],
      );
      const [message] = rows;
      if (!message) break;
      await handlers.deliver(message.topic, message.payload);
      await this.api.database.query('DELETE FROM outbox WHERE id = $1', [message.id]);
    }
  }

  /** The worker's look of each minute. */
  async tick(): Promise<void> {
    await this.api.get(RefundSender).run();
  }

  wallet({ schoolId, walletId }: TestPupil): Promise<Wallet> {
    return this.api.get(WalletsService).get(this.api.database, schoolId, walletId);
  }

  async partsOf(refundId: string): Promise<Pick<RefundPart, 'id' | 'status'>[]> {
    return this.api.database.query('SELECT id, status FROM refund_part WHERE refund_id = $1 ORDER BY number', [
      refundId,
    ]);
  }

  /** The facts of what the office has to do. */
  async tasks({ pupil }: Family, kind: string): Promise<unknown[]> {
    const rows = await this.api.database.query<{ facts: unknown }>(
      'SELECT facts FROM office_task WHERE school_id = $1 AND kind = $2 AND resolved_at IS NULL',
      [pupil.schoolId, kind],
    );
    return rows.map(({ facts }) => facts);
  }

  /** An account's balance as its debits less its credits, in øre. */
  async accountOre(schoolId: string, kind: string): Promise<number> {
    const [row] = await this.api.database.query<{ ore: number }>(
      `SELECT (coalesce((SELECT sum(amount_ore) FROM transfer t JOIN account a ON a.school_id = t.school_id AND a.id = t.debit_account_id
                          WHERE t.school_id = $1 AND a.kind = $2), 0)
             - coalesce((SELECT sum(amount_ore) FROM transfer t JOIN account a ON a.school_id = t.school_id AND a.id = t.credit_account_id
                          WHERE t.school_id = $1 AND a.kind = $2), 0))::bigint AS ore`,
      [schoolId, kind],
    );
    return row?.ore ?? 0;
  }

  /** What the ledger says is at the provider is what the provider's own record says, and nothing is in transit. */
  async expectBooksAsSandbox({ merchant, pupil }: Family): Promise<void> {
    const payments = await this.sandbox.payments(merchant.id);
    const atProviderOre = payments.reduce(
      (sum, { status, amountOre, refundedOre }) => sum + (status === 'paid' ? amountOre - refundedOre : 0),
      0,
    );
    expect(await this.accountOre(pupil.schoolId, 'clearing')).toBe(atProviderOre);
    expect(await this.accountOre(pupil.schoolId, 'in_transit')).toBe(kr(0));
  }
}
