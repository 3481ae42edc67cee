import { ApiProblem, newId, problemOf } from '@kantinekortet/api-client';
import { addToCart, repriced, setQuantity, totalOre, type Cart, type Product } from './cart.ts';
import { RepeatGuard } from './repeat-guard.ts';
import type { SaleApi } from './sale-api.ts';
import { isLocked, type Attempt, type Holder, type Receipt, type SaleState } from './sale-state.ts';

const askAgainMs = 2_000;

/** What the desk needs around it: the API, a memory that survives a reload, sounds and a clock. */
export interface DeskSurroundings {
  readonly api: SaleApi;
  readonly cashierSessionId: string;
  keepAttempt(attempt: Attempt): Promise<void>;
  forgetAttempt(): Promise<void>;
  nextCounter(): Promise<number>;
  play(result: 'sold' | 'attention' | 'refused'): void;
  /** The till's prices or its pairing are no longer those of the server. */
  onStale(problem: ApiProblem): void;
}

export interface Desk {
  readonly cart: Cart;
  /** The cart stays after a sale: the same lunch for the next pupil. */
  readonly keepsCart: boolean;
  readonly sale: SaleState;
}

/** One till's sale from tap to answer. A scan with items in the cart sells; without, it shows the pupil. */
export class SaleDesk {
  private desk: Desk = { cart: [], keepsCart: false, sale: { kind: 'ready' } };
  private readonly listeners = new Set<() => void>();
  private readonly repeats = new RepeatGuard();
  private readonly around: DeskSurroundings;

  constructor(around: DeskSurroundings) {
    this.around = around;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): Desk => this.desk;

  add(product: Product): void {
    this.changeCart((cart) => addToCart(cart, product));
  }

  setQuantity(productId: string, quantity: number): void {
    this.changeCart((cart) => setQuantity(cart, productId, quantity));
  }

  clear(): void {
    this.changeCart(() => []);
    if (!isLocked(this.desk.sale)) this.show({ kind: 'ready' });
  }

  toggleKeepsCart(): void {
    this.update({ keepsCart: !this.desk.keepsCart });
  }

  /** Takes the catalogue's prices of now into a cart that is under way. */
  reprice(products: readonly Product[]): void {
    if (!isLocked(this.desk.sale)) this.update({ cart: repriced(this.desk.cart, products) });
  }

  async scan(cardToken: string): Promise<void> {
    if (this.repeats.isEcho(cardToken, Date.now()) || isLocked(this.desk.sale)) return;
    await this.present({ kind: 'card', cardToken });
  }

  /** Something was scanned that is no card of ours: the last result goes, and the cart stays for the next try. */
  refuseForeign(): void {
    if (!isLocked(this.desk.sale)) this.refuse(new ApiProblem({ status: 422, code: 'card_unknown' }));
  }

  /** A card that was read buys at once; a pupil who was found by name takes one more tap. */
  async present(holder: Holder): Promise<void> {
    if (isLocked(this.desk.sale)) return;
    if (holder.kind === 'pupil') this.show({ kind: 'holder_shown', holder, lookup: undefined });
    else if (this.desk.cart.length > 0) await this.sellTo(holder, { isConfirmed: false });
    else await this.lookUp(holder);
  }

  /** Sells the cart to the pupil who is shown, or whose repeated purchase is confirmed. */
  async charge(): Promise<void> {
    const { sale, cart } = this.desk;
    if (cart.length === 0 || (sale.kind !== 'holder_shown' && sale.kind !== 'asks_repeat')) return;
    await this.sellTo(sale.holder, { isConfirmed: true });
  }

  dismiss(): void {
    if (!isLocked(this.desk.sale)) this.show({ kind: 'ready' });
  }

  /** Takes the last sale back. */
  async undo(): Promise<void> {
    const { sale } = this.desk;
    if (sale.kind !== 'sold') return;
    this.show({ kind: 'looking_up' });
    try {
      const amountOre = await this.around.api.takeBack(sale.receipt.id, newId());
      this.around.play('sold');
      this.show({ kind: 'undone', amountOre });
    } catch (error) {
      this.refuse(problemOf(error));
    }
  }

  /** Goes on with a sale that was under way when the till was closed. */
  async resume(attempt: Attempt): Promise<void> {
    this.update({ cart: attempt.cart, sale: { kind: 'unknown', attempt, isGivingUp: false } });
    await this.send(attempt);
  }

  /** Stops waiting for a sale of unknown outcome: it is made impossible, or shown when it was booked after all. */
  async giveUp(): Promise<void> {
    const { sale } = this.desk;
    if (sale.kind !== 'unknown' || sale.isGivingUp) return;
    this.show({ ...sale, isGivingUp: true });
    try {
      const receipt = await this.around.api.giveUp(sale.attempt.request.id);
      await this.around.forgetAttempt();
      if (receipt) this.sold(receipt);
      else this.show({ kind: 'given_up' });
    } catch {
      this.show({ ...sale, isGivingUp: false });
      this.askAgainSoon(sale.attempt);
    }
  }

  private async lookUp(holder: Holder & { kind: 'card' }): Promise<void> {
    this.show({ kind: 'looking_up' });
    try {
      const lookup = await this.around.api.lookUp(holder.cardToken);
      this.show({ kind: 'holder_shown', holder, lookup });
    } catch (error) {
      this.refuse(problemOf(error));
    }
  }

  private async sellTo(holder: Holder, { isConfirmed }: { isConfirmed: boolean }): Promise<void> {
    const { cart } = this.desk;
    const holderKey = holder.kind === 'card' ? holder.cardToken : holder.pupilId;
    const verdict = this.repeats.judge(holderKey, cart, Date.now());
    const amountOre = totalOre(cart);
    if (verdict.kind === 'ask' && !isConfirmed) {
      this.around.play('attention');
      this.show({ kind: 'asks_repeat', holder, secondsAgo: verdict.secondsAgo, amountOre });
      return;
    }
    const request = {
      id: newId(),
      cashierSessionId: this.around.cashierSessionId,
      ...(holder.kind === 'card' ? { cardToken: holder.cardToken } : { pupilId: holder.pupilId }),
      lines: cart.map(({ product, quantity }) => ({ revisionId: product.revisionId, quantity })),
      totalOre: amountOre,
      occurredAt: new Date().toISOString(),
    };
    this.show({ kind: 'sending', attempt: { cart, request: { ...request, registerCounter: 0 } } });
    const attempt = { cart, request: { ...request, registerCounter: await this.around.nextCounter() } };
    await this.around.keepAttempt(attempt);
    await this.send(attempt);
  }

  private async send(attempt: Attempt): Promise<void> {
    try {
      const receipt = await this.around.api.sell(attempt.request);
      await this.around.forgetAttempt();
      const { cardToken, pupilId = '' } = attempt.request;
      this.repeats.remember(cardToken ?? pupilId, attempt.cart, Date.now());
      this.sold(receipt);
    } catch (error) {
      await this.failed(attempt, problemOf(error));
    }
  }

  private async failed(attempt: Attempt, problem: ApiProblem): Promise<void> {
    const isUnknown = problem.status === 0 || problem.status === 429 || problem.status >= 500;
    if (!isUnknown) {
      await this.around.forgetAttempt();
      this.refuse(problem);
      return;
    }
    const { sale } = this.desk;
    if (sale.kind === 'sending') this.around.play('attention');
    if (sale.kind === 'sending' || sale.kind === 'unknown') {
      this.show({ kind: 'unknown', attempt, isGivingUp: sale.kind === 'unknown' && sale.isGivingUp });
      this.askAgainSoon(attempt);
    }
  }

  private askAgainSoon(attempt: Attempt): void {
    setTimeout(() => {
      const { sale } = this.desk;
      const isStillOpen = sale.kind === 'unknown' && sale.attempt.request.id === attempt.request.id && !sale.isGivingUp;
      if (isStillOpen) void this.send(attempt);
    }, askAgainMs);
  }

  private sold(receipt: Receipt): void {
    this.around.play('sold');
    const cart = this.desk.keepsCart ? this.desk.cart : [];
    this.update({ cart, sale: { kind: 'sold', receipt, soldAtMs: Date.now() } });
  }

  private refuse(problem: ApiProblem): void {
    this.around.play(problem.code === 'card_unknown' ? 'attention' : 'refused');
    this.show({ kind: 'refused', problem });
    this.around.onStale(problem);
  }

  private changeCart(change: (cart: Cart) => Cart): void {
    const { sale, cart } = this.desk;
    if (isLocked(sale)) return;
    const keepsShowing = sale.kind === 'holder_shown' || sale.kind === 'looking_up';
    this.update({ cart: change(cart), sale: keepsShowing ? sale : { kind: 'ready' } });
  }

  private show(sale: SaleState): void {
    this.update({ sale });
  }

  private update(change: Partial<Desk>): void {
    this.desk = { ...this.desk, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
