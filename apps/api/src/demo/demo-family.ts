import { DrawCardsService, holdersById } from '@kantinekortet/cards';
import { Clock, Database, newId } from '@kantinekortet/platform';
import type { HttpClient } from '@kantinekortet/platform/testing';
import { GuardianshipService } from '@kantinekortet/schools';
import { good, type DemoApi } from './demo-api.ts';

export interface DemoCard {
  readonly pupil: string;
  readonly number: string;
  /** What the scanner reads from the card's QR code. */
  readonly token: string;
}

interface Child {
  readonly id: string;
  readonly walletId: string;
}

interface FamilyRequest {
  readonly schoolId: string;
  readonly childName: string;
  readonly guardianId: string;
  readonly officeId: string;
}

/** A child with a card whose guardian has registered it. Answers the child and what is printed on the card. */
export async function makeChild(api: DemoApi, request: FamilyRequest): Promise<Child & { card: DemoCard }> {
  const { schoolId, childName, guardianId, officeId } = request;
  const database = api.service(Database);
  const [pupil] = await database.query<Child>(
    'SELECT id, wallet_id AS "walletId" FROM pupil WHERE school_id = $1 AND name = $2',
    [schoolId, childName],
  );
  if (!pupil) throw new Error(`${childName} is not in the roster`);
  const card = await database.transaction(async (tx) => {
    await api.service(GuardianshipService).request(tx, { schoolId, pupilId: pupil.id, personId: guardianId });
    const batchId = newId();
    await tx.query(
      'INSERT INTO card_batch (school_id, id, card_count, created_at, created_by) VALUES ($1, $2, 1, now(), $3)',
      [schoolId, batchId, officeId],
    );
    const [drawn] = await api.service(DrawCardsService).drawBatch(tx, {
      schoolId,
      batchId,
      holders: await holdersById(tx, schoolId, [pupil.id]),
      actor: { personId: officeId, role: 'office' },
    });
    if (!drawn) throw new Error(`No card was drawn for ${childName}`);
    return { pupil: childName, number: drawn.number, token: drawn.token };
  });
  return { ...pupil, card };
}

/** The guardian fills the card on the payment sandbox's page, with the test card that is approved. */
export async function topUp(guardian: HttpClient, walletId: string, amountOre: number): Promise<void> {
  const order = { id: newId(), walletId, amountOre, provider: 'stripe' };
  const { checkoutUrl } = await good(guardian.post<{ checkoutUrl: string }>('top-ups', order));
  const form = new URLSearchParams({ number: '4242424242424242', expiry: '12/34', cvc: '123' });
  const paid = await fetch(checkoutUrl, { method: 'POST', body: form, redirect: 'manual' });
  if (paid.status !== 303) throw new Error(`The payment page answered ${paid.status}`);
  const { status } = await good(guardian.get<{ status: string }>(`top-ups/${order.id}`));
  if (status !== 'paid') throw new Error(`The demo top-up is ${status}`);
}

interface TillCatalogue {
  readonly products: readonly { readonly name: string; readonly priceOre: number; readonly revisionId: string }[];
}

/** A till of the school with a cashier signed in. */
export async function openTill(
  api: DemoApi,
  pairingCode: string,
  pin: string,
): Promise<{ till: HttpClient; cashierSessionId: string }> {
  const till = api.browser('canteen-checkout');
  await good(till.post('registers/pair', { code: pairingCode }));
  const { cashiers } = await good(till.get<{ cashiers: { id: string }[] }>('registers/current'));
  const body = { cashierId: cashiers[0]?.id, pin };
  const { id } = await good(till.post<{ id: string }>('registers/current/cashier-sessions', body));
  return { till, cashierSessionId: id };
}

/** The child buys the named products, one each. */
export async function buy(
  { till, cashierSessionId }: { till: HttpClient; cashierSessionId: string },
  cardToken: string,
  names: readonly string[],
): Promise<void> {
  const { products } = await good(till.get<TillCatalogue>('registers/current/catalogue'));
  const bought = products.filter(({ name }) => names.includes(name));
  await good(
    till.post('sales', {
      id: newId(),
      cashierSessionId,
      cardToken,
      lines: bought.map(({ revisionId }) => ({ revisionId, quantity: 1 })),
      totalOre: bought.reduce((sum, { priceOre }) => sum + priceOre, 0),
      occurredAt: new Clock().now().toISOString(),
      registerCounter: 1,
    }),
  );
}
