import { newId } from '@kantinekortet/platform';
import type { HttpClient, TestApi } from '@kantinekortet/platform/testing';
import type { TestCard } from '@kantinekortet/testing';
import { good } from '../demo/demo-api.ts';

export const pin = '314159';

export interface WithId {
  readonly id: string;
}

/** A till that can sell one product, and a second till that waits to be paired. */
export interface SceneCanteen {
  readonly register: HttpClient;
  readonly cashierSessionId: string;
  readonly revisionId: string;
  /** What stands in a path, by the segment before it. */
  readonly ids: Readonly<Record<string, string>>;
}

/** The office lays out the canteen by its own routes. */
export async function aCanteen(api: TestApi, schoolId: string, office: HttpClient): Promise<SceneCanteen> {
  const root = `schools/${schoolId}`;
  const cashier = await good(office.post<WithId>(`${root}/cashiers`, { name: 'Berit', pin }));
  const category = await good(office.post<WithId>(`${root}/categories`, { name: 'Mat' }));
  const product = await good(
    office.post<WithId & { revisionId: string }>(`${root}/products`, {
      name: 'Rundstykke',
      categoryId: category.id,
      priceOre: 2500,
    }),
  );
  const register = api.browser('canteen-checkout');
  const { id: registerId } = await good(office.post<WithId>(`${root}/registers`, { name: 'Kasse 1' }));
  await good(register.post('registers/pair', await drawPairingCode(office, schoolId, registerId)));
  const waiting = await good(office.post<WithId>(`${root}/registers`, { name: 'Kasse 2' }));
  const session = await good(
    register.post<WithId>('registers/current/cashier-sessions', { cashierId: cashier.id, pin }),
  );
  return {
    register,
    cashierSessionId: session.id,
    revisionId: product.revisionId,
    ids: {
      registers: waiting.id,
      cashiers: cashier.id,
      'cashier-sessions': session.id,
      categories: category.id,
      products: product.id,
    },
  };
}

/** The body with which a till pairs as a register. */
export async function drawPairingCode(office: HttpClient, schoolId: string, registerId: string) {
  const path = `schools/${schoolId}/registers/${registerId}/pairing-codes`;
  const { code } = await good(office.post<{ code: string }>(path));
  return { code };
}

/** The body of a sale of one product. */
export function aSale(api: TestApi, { cashierSessionId, revisionId }: SceneCanteen, { token }: TestCard): object {
  return {
    id: newId(),
    cashierSessionId,
    cardToken: token,
    lines: [{ revisionId, quantity: 1 }],
    totalOre: 2500,
    occurredAt: api.clock.now().toISOString(),
    registerCounter: 1,
  };
}
