import { newId } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';
import { signedInOffice, type TestCard, type TestPupil } from '@kantinekortet/testing';
import { ClaimsService, DepositsService, LedgerService } from '@kantinekortet/wallet';

/** Fills a pupil's wallet, as a payment that was confirmed does. */
export async function topUp(
  api: TestApi,
  pupil: TestPupil,
  amountOre: number,
  payerId: string = newId(),
  facts: object = {},
): Promise<string> {
  const id = newId();
  await api.database.transaction((tx) =>
    api.get(DepositsService).topUp(tx, {
      id,
      ...ofWallet(pupil),
      occurredAt: api.clock.now(),
      amountOre,
      clearing: 'stripe',
      payerId,
      paymentReference: id,
      facts: { paymentMethod: 'card', cardBrand: 'visa', cardLast4: '4242', secretFact: 'kept', ...facts },
    }),
  );
  return id;
}

/** Books a sale as the till's statement does. */
export async function sell(
  api: TestApi,
  pupil: TestPupil,
  amountOre: number,
  occurredAt?: Date,
  name = 'Suppe',
): Promise<string> {
  const id = newId();
  const result = {
    receiptNumber: 7,
    registerName: 'Kasse 1',
    withoutCard: false,
    lines: [{ name, quantity: 1, amountOre }],
  };
  await book(api, pupil, { id, kind: 'sale', occurredAt }, result, amountOre);
  return id;
}

/** Takes a sale back. */
export async function takeBack(api: TestApi, pupil: TestPupil, saleId: string, amountOre: number): Promise<string> {
  const id = newId();
  const operation = { id, kind: 'sale_return' as const, reversesOperationId: saleId };
  await book(api, pupil, operation, { receiptNumber: 1, amountOre }, amountOre);
  return id;
}

/** Gives a pupil a card from stock for the old one, for nothing. The API must have the cards module. */
export async function replaceCard(api: TestApi, pupil: TestPupil, old: TestCard, fresh: TestCard): Promise<string> {
  const id = newId();
  const { browser } = await signedInOffice(api, pupil.schoolId);
  const wish = { id, reason: 'lost', expectedFeeOre: 0, waiverReason: 'Prøve', newCardToken: fresh.token };
  const { status } = await browser.post(`cards/${old.id}/replacements`, wish);
  if (status !== 201) throw new Error(`The card was not replaced: ${status}`);
  return id;
}

/** Makes the wallet owe something. */
export async function claim(api: TestApi, pupil: TestPupil, amountOre: number): Promise<void> {
  await api.database.transaction((tx) =>
    api.get(ClaimsService).raise(tx, {
      id: newId(),
      ...ofWallet(pupil),
      occurredAt: api.clock.now(),
      amountOre,
      reason: 'offline_shortfall',
      credit: { account: 'revenue' },
    }),
  );
}

function ofWallet({ schoolId, walletId }: TestPupil) {
  return { schoolId, walletId, actor: 'system:test' };
}

async function book(
  api: TestApi,
  pupil: TestPupil,
  operation: {
    readonly id: string;
    readonly kind: 'sale' | 'sale_return';
    readonly occurredAt?: Date | undefined;
    readonly reversesOperationId?: string;
  },
  result: object,
  amountOre: number,
): Promise<void> {
  const { schoolId, walletId } = pupil;
  const [debit, credit] =
    operation.kind === 'sale'
      ? ([{ walletId }, { account: 'revenue' }] as const)
      : ([{ account: 'revenue' }, { walletId }] as const);
  const request = { schoolId, actor: 'system:test', content: result, ...operation };
  const occurredAt = operation.occurredAt ?? api.clock.now();
  await api.database.transaction((tx) =>
    api.get(LedgerService).book(tx, { ...request, occurredAt }, { result, legs: [{ debit, credit, amountOre }] }),
  );
}
