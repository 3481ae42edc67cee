import { expect } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type Answer, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentProviders } from '@kantinekortet/providers';
import { PaymentSandbox, aCardMerchant, type SandboxMerchant } from '@kantinekortet/providers/testing';
import { aSchool, signedInGuardian, type TestPerson, type TestSchool } from '@kantinekortet/testing';
import { WalletsService } from '@kantinekortet/wallet';
import { OpenTopUpsJob } from '../open-top-ups.job.ts';
import { PaymentsModule } from '../payments.module.ts';
import type { StartTopUpRequest, StartedTopUpResponse, TopUpResponse } from '../top-up.dto.ts';

/** What a screen sends. */
export type TopUpWish = { readonly [Field in keyof StartTopUpRequest]: StartTopUpRequest[Field] };

/** A school that takes payments, and a guardian with a child there. */
export interface Family {
  readonly school: TestSchool;
  readonly merchant: SandboxMerchant;
  readonly pupilId: string;
  readonly walletId: string;
  readonly guardian: TestPerson;
  readonly browser: HttpClient;
}

/** The API and the payment sandbox, each as real as it gets, with webhooks from the one to the other. */
export class TopUpScene {
  readonly api: TestApi;
  readonly sandbox: PaymentSandbox;

  private constructor(api: TestApi, sandbox: PaymentSandbox) {
    this.api = api;
    this.sandbox = sandbox;
  }

  static async open(): Promise<TopUpScene> {
    const [api, sandbox] = await Promise.all([
      startTestApi({ imports: [PaymentsModule] }),
      PaymentSandbox.start({ SANDBOX_SLOW_MS: '3600000' }),
    ]);
    return new TopUpScene(api, sandbox);
  }

  async close(): Promise<void> {
    await Promise.all([this.api.close(), this.sandbox.stop()]);
  }

  /** A school whose merchant takes payments by bank card, unless it is another merchant. */
  async aFamily(aMerchant = aCardMerchant): Promise<Family> {
    const school = await aSchool(this.api);
    const { provider, credentials, ...merchantFacts } = aMerchant(this.sandbox);
    const { merchantKey } = await this.api.database.transaction((tx) =>
      this.api.get(PaymentProviders).connect(tx, { merchantId: school.merchantId, provider, credentials }),
    );
    const webhookUrl = `${this.api.url}/api/v1/payment-events/${provider}/${merchantKey}`;
    const merchant = { ...merchantFacts, provider, credentials, webhookUrl };
    await this.sandbox.register(merchant);
    const { pupilId, walletId } = await this.aPupil(school.id);
    const { person: guardian, browser } = await signedInGuardian(this.api);
    await this.link(school.id, pupilId, guardian.id);
    return { school, merchant, pupilId, walletId, guardian, browser };
  }

  async aPupil(schoolId: string): Promise<{ pupilId: string; walletId: string }> {
    const [pupilId, walletId, classId] = [newId(), newId(), newId()];
    const className = classId.slice(-6);
    await this.api.database.transaction(async (tx) => {
      await this.api.get(WalletsService).openWallet(tx, schoolId, walletId);
      await tx.query('INSERT INTO school_class (school_id, id, name) VALUES ($1, $2, $3)', [
        schoolId,
        classId,
        className,
      ]);
      await tx.query(
        `INSERT INTO pupil (school_id, id, first_name, last_name, class_id, class_name, wallet_id)
         VALUES ($1, $2, 'Emma', 'Berg', $3, $4, $5)`,
        [schoolId, pupilId, classId, className, walletId],
      );
    });
    return { pupilId, walletId };
  }

  /** Another child of the family's guardian, at the family's school or another. */
  async aSibling(family: Family, school: TestSchool = family.school): Promise<Family> {
    const child = await this.aPupil(school.id);
    await this.link(school.id, child.pupilId, family.guardian.id);
    return { ...family, ...child, school };
  }

  async link(schoolId: string, pupilId: string, personId: string): Promise<void> {
    await this.api.database.query(
      `INSERT INTO guardianship (school_id, id, pupil_id, person_id, status, approver, requested_at, active_at)
       VALUES ($1, $2, $3, $4, 'active', 'none', now(), now())`,
      [schoolId, newId(), pupilId, personId],
    );
    await this.api.database.query(
      'INSERT INTO guardian_school (person_id, school_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [personId, schoolId],
    );
  }

  request(family: Family, change: Partial<TopUpWish> = {}): TopUpWish {
    return {
      id: newId(),
      walletId: family.walletId,
      amountOre: kr(200),
      provider: family.merchant.provider,
      ...change,
    };
  }

  /** Starts a top-up, which must succeed. */
  async start(family: Family, change: Partial<TopUpWish> = {}): Promise<{ id: string; checkoutUrl: string }> {
    const { status, body } = await this.post(family, this.request(family, change));
    expect([status, body.status]).toEqual([201, 'pending']);
    return { id: body.id, checkoutUrl: body.checkoutUrl ?? '' };
  }

  post(family: Family, request: TopUpWish): Promise<Answer<StartedTopUpResponse>> {
    return family.browser.post<StartedTopUpResponse>('top-ups', request);
  }

  async get(family: Family, id: string): Promise<TopUpResponse> {
    const { status, body } = await family.browser.get<TopUpResponse>(`top-ups/${id}`);
    expect(status).toBe(200);
    return body;
  }

  /** Lets the webhooks that were sent arrive, and the worker work on them. */
  async handleWebhooks({ merchant }: Family): Promise<void> {
    await this.sandbox.webhooks(merchant.id);
    await this.api.deliverOutbox();
  }

  /** The worker's look at forgotten top-ups, as if this much time had gone by. */
  async askAboutOpenTopUps(): Promise<void> {
    await this.api.get(OpenTopUpsJob).run();
  }

  async expectBalance({ school, walletId }: Family, balanceOre: number): Promise<void> {
    const wallet = await this.api.get(WalletsService).get(this.api.database, school.id, walletId);
    expect(wallet.balanceOre).toBe(balanceOre);
  }

  /** What the provider took for this merchant, by the sandbox's own record. */
  async takenOre({ merchant }: Family): Promise<number> {
    const payments = await this.sandbox.payments(merchant.id);
    return payments.reduce((sum, { status, amountOre }) => sum + (status === 'paid' ? amountOre : 0), 0);
  }
}
