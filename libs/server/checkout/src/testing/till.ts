import { newId } from '@kantinekortet/platform';
import type { Answer, HttpClient } from '@kantinekortet/platform/testing';
import type { Canteen, TestProduct } from './canteen.ts';

export interface Purchase {
  readonly id?: string;
  readonly card?: { readonly token: string };
  readonly pupil?: { readonly id: string };
  readonly products: readonly TestProduct[];
  readonly totalOre?: number;
  readonly occurredAt?: Date;
}

/** The register in front of the cashier. */
export class Till {
  readonly browser: HttpClient;
  readonly canteen: Canteen;
  readonly registerId: string;
  readonly name: string;
  cashierSessionId = '';
  private counter = 0;

  constructor(browser: HttpClient, canteen: Canteen, registerId: string, name: string) {
    this.browser = browser;
    this.canteen = canteen;
    this.registerId = registerId;
    this.name = name;
  }

  async signIn(cashierId: string, pin: string): Promise<Answer<{ id: string; code: string }>> {
    const answer = await this.browser.post<{ id: string; code: string }>('registers/current/cashier-sessions', {
      cashierId,
      pin,
    });
    if (answer.status === 201) this.cashierSessionId = answer.body.id;
    return answer;
  }

  signOut(): Promise<Answer<unknown>> {
    return this.browser.delete(`registers/current/cashier-sessions/${this.cashierSessionId}`);
  }

  /** What the till sends for a purchase: the same object sent twice is the same sale. */
  request({ id, card, pupil, products, totalOre, occurredAt }: Purchase): Record<string, unknown> {
    this.counter += 1;
    return {
      id: id ?? newId(),
      cashierSessionId: this.cashierSessionId,
      ...(card ? { cardToken: card.token } : {}),
      ...(pupil ? { pupilId: pupil.id } : {}),
      lines: products.map(({ revisionId }) => ({ revisionId, quantity: 1 })),
      totalOre: totalOre ?? products.reduce((total, { priceOre }) => total + priceOre, 0),
      occurredAt: (occurredAt ?? this.canteen.api.clock.now()).toISOString(),
      registerCounter: this.counter,
    };
  }

  send(request: Record<string, unknown>): Promise<Answer<SaleAnswerBody>> {
    return this.browser.post('sales', request);
  }

  sell(purchase: Purchase): Promise<Answer<SaleAnswerBody>> {
    return this.send(this.request(purchase));
  }

  giveUp(id: unknown): Promise<Answer<SaleAnswerBody>> {
    return this.browser.post(`sales/${String(id)}/give-up`);
  }

  return(saleId: string, id = newId(), reason?: string): Promise<Answer<SaleAnswerBody>> {
    return this.browser.post(`sales/${saleId}/return`, { id, ...(reason ? { reason } : {}) });
  }
}

/** Whatever a sale's routes answer, sold or refused. */
export interface SaleAnswerBody {
  readonly id: string;
  readonly code: string;
  readonly outcome: string;
  readonly receiptNumber: number;
  readonly amountOre: number;
  readonly balanceOre: number;
}
