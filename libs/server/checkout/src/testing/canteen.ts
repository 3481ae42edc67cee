import { newId } from '@kantinekortet/platform';
import type { HttpClient, TestApi } from '@kantinekortet/platform/testing';
import { aCard, aPupil, aSchool, signedInOffice, type TestCard, type TestPupil } from '@kantinekortet/testing';
import { DepositsService, WalletsService } from '@kantinekortet/wallet';
import { Till } from './till.ts';

export interface TestProduct {
  readonly id: string;
  readonly revisionId: string;
  readonly name: string;
  readonly priceOre: number;
}

/** A pupil with a card and money. */
export interface Buyer extends TestPupil {
  readonly card: TestCard;
}

const pin = '271828';

/** A school's canteen with its office: makes tills, products and pupils who buy. */
export class Canteen {
  readonly api: TestApi;
  readonly schoolId: string;
  readonly office: HttpClient;
  private readonly cashierId: string;
  private tills = 0;

  private constructor(api: TestApi, schoolId: string, office: HttpClient, cashierId: string) {
    this.api = api;
    this.schoolId = schoolId;
    this.office = office;
    this.cashierId = cashierId;
  }

  static async open(api: TestApi): Promise<Canteen> {
    const { id } = await aSchool(api);
    const { browser } = await signedInOffice(api, id);
    const cashier = await browser.post<{ id: string }>(`schools/${id}/cashiers`, { name: 'Kari', pin });
    return new Canteen(api, id, browser, cashier.body.id);
  }

  /** A paired till with a cashier signed in. */
  async till(): Promise<Till> {
    this.tills += 1;
    const register = await this.office.post<{ id: string; name: string }>(`schools/${this.schoolId}/registers`, {
      name: `Kasse ${this.tills}`,
    });
    const browser = this.api.browser('canteen-checkout');
    await browser.post('registers/pair', { code: await this.pairingCode(register.body.id) });
    const till = new Till(browser, this, register.body.id, register.body.name);
    await till.signIn(this.cashierId, pin);
    return till;
  }

  async pairingCode(registerId: string): Promise<string> {
    const path = `schools/${this.schoolId}/registers/${registerId}/pairing-codes`;
    return (await this.office.post<{ code: string }>(path)).body.code;
  }

  async product(
    priceOre: number,
    given: { readonly name?: string; readonly vatCode?: string } = {},
  ): Promise<TestProduct> {
    const product = { id: newId(), revisionId: newId(), name: given.name ?? 'Grov baguett', priceOre };
    const now = this.api.clock.now();
    await this.api.database.transaction(async (tx) => {
      await tx.query(
        'INSERT INTO product (school_id, id, position, current_revision_id, created_at) VALUES ($1, $2, 0, $3, $4)',
        [this.schoolId, product.id, product.revisionId, now],
      );
      await this.insertRevision(product, 1, given.vatCode ?? 'exempt', tx.query.bind(tx));
    });
    return product;
  }

  /** The product under a new price: the next revision. */
  async newPrice(product: TestProduct, priceOre: number): Promise<TestProduct> {
    const next = { ...product, revisionId: newId(), priceOre };
    await this.api.database.transaction(async (tx) => {
      await this.insertRevision(next, 2, 'exempt', tx.query.bind(tx));
      await tx.query('UPDATE product SET current_revision_id = $3 WHERE school_id = $1 AND id = $2', [
        this.schoolId,
        product.id,
        next.revisionId,
      ]);
    });
    return next;
  }

  async takeOffSale(product: TestProduct): Promise<void> {
    await this.api.database.query('UPDATE product SET active = false WHERE school_id = $1 AND id = $2', [
      this.schoolId,
      product.id,
    ]);
  }

  /** A pupil with an active card and this much on it. */
  async buyer(balanceOre: number, given: Parameters<typeof aPupil>[2] = {}): Promise<Buyer> {
    const pupil = await aPupil(this.api, this.schoolId, given);
    if (balanceOre > 0) await this.topUp(pupil, balanceOre);
    return { ...pupil, card: await aCard(this.api, this.schoolId, pupil.id) };
  }

  async topUp({ walletId }: TestPupil, amountOre: number, payerId = newId()): Promise<void> {
    const request = { schoolId: this.schoolId, walletId, amountOre, payerId, clearing: 'stripe' };
    const operation = {
      id: newId(),
      actor: 'system:test',
      occurredAt: this.api.clock.now(),
      paymentReference: newId(),
    };
    await this.api.database.transaction((tx) => this.api.get(DepositsService).topUp(tx, { ...request, ...operation }));
  }

  async balanceOre({ walletId }: TestPupil): Promise<number> {
    return (await this.api.get(WalletsService).get(this.api.database, this.schoolId, walletId)).balanceOre;
  }

  async allowWithoutCard(): Promise<void> {
    await this.api.database.query('UPDATE school SET allow_without_card = true WHERE id = $1', [this.schoolId]);
  }

  private async insertRevision(
    product: TestProduct,
    number: number,
    vatCode: string,
    query: (sql: string, parameters: unknown[]) => Promise<unknown>,
  ): Promise<void> {
    await query(
      `INSERT INTO product_revision (school_id, id, product_id, number, name, price_ore, vat_code, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.schoolId,
        product.revisionId,
        product.id,
        number,
        product.name,
        product.priceOre,
        vatCode,
        newId(),
        this.api.clock.now(),
      ],
    );
  }
}
