import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { kr } from '@kantinekortet/money';
import { PaymentProviders } from '@kantinekortet/providers';
import { payWithCard, testCards } from '@kantinekortet/providers/testing';
import { OfficeTasks } from '@kantinekortet/tasks';
import { TopUpScene, type Family } from '../testing/top-up-scene.ts';
import { ReconciliationJob } from './reconciliation.job.ts';

const twoHoursMs = 7_200_000;

describe('the nightly comparison with the provider', () => {
  let scene: TopUpScene;
  let family: Family;
  beforeAll(async () => {
    scene = await TopUpScene.open();
  });
  beforeEach(async () => {
    family = await scene.aFamily();
  });
  afterAll(() => scene.close());

  const compare = () => scene.api.get(ReconciliationJob).run();
  const drop = (operation: string) =>
    scene.sandbox.order({ merchantId: family.merchant.id, kind: 'drop', operation, times: 5 });
  const tasks = () =>
    scene.api.database.query<{ kind: string; facts: object; subjectId: string }>(
      'SELECT kind, facts, subject_id AS "subjectId" FROM office_task WHERE school_id = $1 AND resolved_at IS NULL',
      [family.school.id],
    );
  /** Somebody pays this merchant what nobody here asked for. */
  const payUnasked = async (paymentId: string): Promise<string> => {
    const { merchantId } = family.school;
    const account = await scene.api.get(PaymentProviders).accountOf(merchantId, family.merchant.provider);
    const urls = { returnUrl: 'http://localhost:4201/', cancelUrl: 'http://localhost:4201/' };
    const offer = { amountOre: kr(70), description: 'Ukjent', language: 'nb', ...urls } as const;
    const expiresAt = new Date(Date.now() + twoHoursMs);
    const { providerReference, checkoutUrl } = await account.createPayment({ paymentId, expiresAt, ...offer });
    await payWithCard(checkoutUrl, testCards.approved);
    return providerReference;
  };

  it('books what the provider took and we never heard of, once', async () => {
    const { checkoutUrl } = await scene.start(family);
    await drop('checkout.session.completed');
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(family);
    await scene.expectBalance(family, 0);
    await Promise.all([compare(), compare()]);
    await scene.expectBalance(family, kr(200));
    expect(await scene.takenOre(family)).toBe(kr(200));
    expect(await tasks()).toEqual([]);
  });

  it('books what had been given up here', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await drop('checkout.session.completed');
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(family);
    await scene.api.database.query(`UPDATE top_up SET status = 'expired', ended_at = now() WHERE id = $1`, [id]);
    await compare();
    await scene.expectBalance(family, kr(200));
    expect(await scene.get(family, id)).toMatchObject({ status: 'paid' });
  });

  it('asks the office about what nobody here asked for, and not again when that is dealt with', async () => {
    const reference = await payUnasked('made-elsewhere');
    await compare();
    await compare();
    const found = await tasks();
    expect(found).toMatchObject([
      { kind: 'unknown_payment', facts: { reference, amountOre: kr(70), currency: 'NOK' } },
    ]);
    await scene.api.database.transaction((tx) =>
      scene.api.get(OfficeTasks).resolve(tx, {
        schoolId: family.school.id,
        kind: 'unknown_payment',
        subjectId: found[0]?.subjectId ?? '',
        by: null,
        resolution: 'Sendt tilbake.',
      }),
    );
    await compare();
    expect(await tasks()).toEqual([]);
  });

  it('does not book for one merchant what another was asked for', async () => {
    const other = await scene.aFamily();
    const { id } = await scene.start(other);
    await payUnasked(`${other.school.id}${id}`.replaceAll('-', ''));
    await compare();
    await scene.expectBalance(other, 0);
    expect(await tasks()).toMatchObject([{ kind: 'unknown_payment' }]);
  });

  it('asks the office about what is booked here and unknown there, after asking the provider by name', async () => {
    const { id, checkoutUrl } = await scene.start(family);
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(family);
    await scene.api.database.query(`UPDATE top_up SET provider_reference = 'cs_test_lost' WHERE id = $1`, [id]);
    scene.api.clock.advance(twoHoursMs);
    await compare();
    expect(await tasks()).toMatchObject([
      { kind: 'missing_payment', facts: { reference: 'cs_test_lost', amountOre: kr(200) } },
    ]);
    scene.api.clock.advance(-twoHoursMs);
  });

  it('goes on with the others when one merchant’s provider is down, and is made good the next night', async () => {
    const { checkoutUrl } = await scene.start(family);
    await drop('checkout.session.completed');
    await payWithCard(checkoutUrl, testCards.approved);
    await scene.handleWebhooks(family);
    const fault = { merchantId: family.merchant.id, operation: 'checkout.sessions.list', times: 2 } as const;
    await scene.sandbox.order({ kind: 'unavailable_503', ...fault });
    await compare();
    await scene.expectBalance(family, 0);
    await compare();
    await scene.expectBalance(family, kr(200));
  });
});
