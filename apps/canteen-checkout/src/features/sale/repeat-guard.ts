import { cartKey, type Cart } from './cart.ts';

const ignoreMs = 2_000;
const askMs = 60_000;

interface LastSale {
  readonly holderKey: string;
  readonly cartKey: string;
  readonly atMs: number;
}

export type RepeatVerdict = { readonly kind: 'sell' } | { readonly kind: 'ask'; readonly secondsAgo: number };

/** A card that is read twice by accident: within 2 s it is ignored, the same cart within 60 s asks. */
export class RepeatGuard {
  private lastScan: { readonly token: string; readonly atMs: number } | undefined;
  private lastSale: LastSale | undefined;

  /** True when the scanner read the same card again before anyone could have meant it. */
  isEcho(token: string, atMs: number): boolean {
    const { lastScan } = this;
    this.lastScan = { token, atMs };
    return lastScan?.token === token && atMs - lastScan.atMs < ignoreMs;
  }

  judge(holderKey: string, cart: Cart, atMs: number): RepeatVerdict {
    const { lastSale } = this;
    if (lastSale?.holderKey !== holderKey || lastSale.cartKey !== cartKey(cart)) return { kind: 'sell' };
    const elapsedMs = atMs - lastSale.atMs;
    return elapsedMs < askMs
      ? { kind: 'ask', secondsAgo: Math.max(1, Math.round(elapsedMs / 1000)) }
      : { kind: 'sell' };
  }

  remember(holderKey: string, cart: Cart, atMs: number): void {
    this.lastSale = { holderKey, cartKey: cartKey(cart), atMs };
  }
}
