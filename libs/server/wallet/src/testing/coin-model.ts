/** One øre with its owner: the model keeps money as coins, so that it needs no arithmetic that could be wrong. */
interface Coin {
  readonly layer: number;
  readonly payerId: string | null;
  readonly paymentReference: string | null;
}

interface ModelHold {
  readonly wallet: string;
  coins: Coin[];
  isPlaced: boolean;
}

interface ModelClaim {
  readonly id: string;
  readonly feeId: string | null;
  outstanding: number;
  /** Who settled what, to give it back when the fee is waived. */
  readonly paidBy: { readonly operation: string; readonly ore: number; readonly origin: Coin | null }[];
}

interface ModelWallet {
  free: Coin[];
  readonly claims: ModelClaim[];
}

export interface ShownWallet {
  readonly balance: number;
  readonly held: number;
  readonly owed: readonly number[];
  /** Payer and øre of each layer, oldest first. */
  readonly layers: readonly (readonly [payerId: string | null, ore: number])[];
}

/** What the plain model refuses, by the code that the ledger refuses it with. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export type Step =
  | {
      readonly kind: 'top_up';
      readonly wallet: string;
      readonly ore: number;
      readonly payerId: string;
      readonly paymentReference: string;
    }
  | { readonly kind: 'goodwill'; readonly wallet: string; readonly ore: number }
  | { readonly kind: 'sale'; readonly wallet: string; readonly ore: number }
  | { readonly kind: 'sale_return'; readonly wallet: string; readonly sale: string; readonly ore: number }
  | { readonly kind: 'fee'; readonly wallet: string; readonly ore: number; readonly floor: number }
  | { readonly kind: 'fee_waiver'; readonly wallet: string; readonly fee: string }
  | { readonly kind: 'claim'; readonly wallet: string; readonly ore: number }
  | { readonly kind: 'claim_settlement'; readonly wallet: string }
  | { readonly kind: 'hold'; readonly wallet: string; readonly ore: number; readonly payerId: string }
  | { readonly kind: 'hold_post'; readonly wallet: string; readonly hold: string; readonly ore: number }
  | { readonly kind: 'hold_void'; readonly wallet: string; readonly hold: string }
  | { readonly kind: 'sibling_transfer'; readonly wallet: string; readonly to: string; readonly ore: number };

/** The ledger as a child would keep it: piles of coins and a list of debts, one step at a time. */
export class CoinModel {
  private readonly wallets = new Map<string, ModelWallet>();
  private readonly holds = new Map<string, ModelHold>();
  private readonly spent = new Map<string, { readonly wallet: string; coins: Coin[] }>();
  private readonly fees = new Map<string, { readonly wallet: string; drawn: number; isWaived: boolean }>();
  private layers = 0;

  openWallet(wallet: string): void {
    this.wallets.set(wallet, { free: [], claims: [] });
  }

  /** What a wallet shows, as the ledger does: its figures, what it owes in the order of settling, whose its coins are. */
  show(wallet: string): ShownWallet {
    const { free, claims } = this.wallet(wallet);
    const held = [...this.holds.values()]
      .filter((hold) => hold.wallet === wallet && hold.isPlaced)
      .flatMap(({ coins }) => coins);
    const layers = [...new Set(free.map(({ layer }) => layer))].map((layer): [string | null, number] => {
      const coins = free.filter((coin) => coin.layer === layer);
      return [coins[0]?.payerId ?? null, coins.length];
    });
    const owed = claims.map(({ outstanding }) => outstanding).filter((ore) => ore > 0);
    return { balance: free.length + held.length, held: held.length, owed, layers };
  }

  /** Does a step under its id, or throws Refused and does nothing. */
  apply(id: string, step: Step): void {
    switch (step.kind) {
      case 'top_up':
        this.put(step.wallet, step.ore, step.payerId, step.paymentReference);
        {
          this.settle(id, step.wallet, step.ore);
          return;
        }
      case 'goodwill': {
        this.put(step.wallet, step.ore, null, null);
        return;
      }
      case 'sale': {
        this.spend(id, step.wallet, step.ore);
        return;
      }
      case 'sale_return': {
        this.giveBack(step.sale, step.ore);
        return;
      }
      case 'fee': {
        this.charge(id, step.wallet, step.ore, step.floor);
        return;
      }
      case 'fee_waiver': {
        this.waive(step.wallet, step.fee);
        return;
      }
      case 'claim':
        this.wallet(step.wallet).claims.push({ id, feeId: null, outstanding: step.ore, paidBy: [] });
        return;
      case 'claim_settlement': {
        this.settle(id, step.wallet, this.wallet(step.wallet).free.length);
        return;
      }
      case 'hold': {
        this.hold(id, step.wallet, step.ore, step.payerId);
        return;
      }
      case 'hold_post': {
        this.post(step.hold, step.ore);
        return;
      }
      case 'hold_void': {
        this.post(step.hold, 0);
        return;
      }
      case 'sibling_transfer': {
        this.send(step.wallet, step.to, step.ore);
        return;
      }
    }
  }

  private wallet(wallet: string): ModelWallet {
    const found = this.wallets.get(wallet);
    if (found === undefined) throw new Refused('wallet_not_found');
    return found;
  }

  private put(wallet: string, ore: number, payerId: string | null, paymentReference: string | null): void {
    this.layers += 1;
    const coin = { layer: this.layers, payerId, paymentReference };
    this.wallet(wallet).free.push(...Array.from({ length: ore }, () => coin));
  }

  private spend(id: string, wallet: string, ore: number): void {
    const { free } = this.wallet(wallet);
    if (free.length < ore) throw new Refused('insufficient_funds');
    const coins = [...(this.spent.get(id)?.coins ?? []), ...free.splice(0, ore)];
    this.spent.set(id, { wallet, coins });
  }

  /** Last spent, first back, each coin among its own. */
  private giveBack(id: string, ore: number): void {
    const spent = this.spent.get(id);
    if (spent === undefined) throw new Refused('operation_not_found');
    if (spent.coins.length < ore) throw new Refused('reversed_already');
    this.lay(spent.wallet, spent.coins.splice(spent.coins.length - ore, ore));
  }

  private lay(wallet: string, coins: readonly Coin[]): void {
    const owner = this.wallet(wallet);
    owner.free = [...owner.free, ...coins].sort((a, b) => a.layer - b.layer);
  }

  private settle(id: string, wallet: string, funds: number): void {
    let left = funds;
    for (const claim of this.wallet(wallet).claims) {
      const ore = Math.min(claim.outstanding, left);
      if (ore === 0) continue;
      this.spend(id, wallet, ore);
      claim.outstanding -= ore;
      claim.paidBy.push({ operation: id, ore, origin: null });
      left -= ore;
    }
  }

  private charge(id: string, wallet: string, ore: number, floor: number): void {
    const { free, claims } = this.wallet(wallet);
    const drawn = Math.min(ore, Math.max(0, free.length - floor));
    this.spend(id, wallet, drawn);
    this.fees.set(id, { wallet, drawn, isWaived: false });
    if (drawn < ore) claims.push({ id, feeId: id, outstanding: ore - drawn, paidBy: [] });
  }

  private waive(wallet: string, feeId: string): void {
    const fee = this.fees.get(feeId);
    if (fee?.wallet !== wallet) throw new Refused('operation_not_found');
    if (fee.isWaived) throw new Refused('reversed_already');
    fee.isWaived = true;
    for (const claim of this.wallet(wallet).claims.filter((candidate) => candidate.feeId === feeId)) {
      for (const { operation, ore } of claim.paidBy) this.giveBack(operation, ore);
      claim.outstanding = 0;
    }
    this.giveBack(feeId, fee.drawn);
  }

  private hold(id: string, wallet: string, ore: number, payerId: string): void {
    const owner = this.wallet(wallet);
    if (owner.free.length < ore) throw new Refused('insufficient_funds');
    const own = owner.free.filter((coin) => coin.payerId === payerId).sort((a, b) => b.layer - a.layer);
    if (own.length < ore) throw new Refused('insufficient_remainder');
    const coins = own.slice(0, ore);
    for (const coin of coins) owner.free.splice(owner.free.indexOf(coin), 1);
    this.holds.set(id, { wallet, coins, isPlaced: true });
  }

  private post(id: string, ore: number): void {
    const hold = this.holds.get(id);
    if (hold === undefined) throw new Refused('hold_not_found');
    if (!hold.isPlaced) throw new Refused('hold_has_ended');
    if (hold.coins.length < ore) throw new Refused('hold_too_small');
    hold.isPlaced = false;
    this.lay(hold.wallet, hold.coins.slice(ore));
  }

  private send(from: string, to: string, ore: number): void {
    const { free } = this.wallet(from);
    if (free.length < ore) throw new Refused('insufficient_funds');
    const coins = free.splice(0, ore);
    for (const layer of new Set(coins.map((coin) => coin.layer))) {
      const part = coins.filter((coin) => coin.layer === layer);
      const [coin] = part;
      if (coin) this.put(to, part.length, coin.payerId, coin.paymentReference);
    }
  }
}
