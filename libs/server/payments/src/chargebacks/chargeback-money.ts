import { Clock, namedId, type Tx } from '@kantinekortet/platform';
import { ChargebacksService } from '@kantinekortet/wallet';
import { Injectable } from '@nestjs/common';
import type { TopUp } from '../top-up-rows.ts';
import { insertPart, leftOre, partsOf, recordReturned, type Chargeback } from './chargeback-rows.ts';
import { splitTakenBack, type Share } from './split-taken-back.ts';

/** What moved for one child; amounts in øre. */
export interface MovedPart {
  readonly topUp: TopUp;
  readonly amountOre: number;
  /** What of it was not on the card: it is owed or, when it came back, had been settled since. */
  readonly owedOre: number;
}

/** Moves what was taken back, and what came back, on the wallets of a payment. Payment and wallets are locked. */
@Injectable()
export class ChargebackMoney {
  private readonly clock: Clock;
  private readonly chargebacks: ChargebacksService;

  constructor(clock: Clock, chargebacks: ChargebacksService) {
    this.clock = clock;
    this.chargebacks = chargebacks;
  }

  /** Takes from each child's wallet what its top-up bears; what is not there is owed. */
  async take(tx: Tx, chargeback: Chargeback, topUps: readonly TopUp[], takenOre: number): Promise<MovedPart[]> {
    const shares: Share[] = [];
    for (const topUp of topUps) shares.push({ amountOre: topUp.amountOre, leftOre: await leftOre(tx, topUp) });
    const split = splitTakenBack(takenOre, shares);
    const moved: MovedPart[] = [];
    for (const [index, topUp] of topUps.entries()) {
      const amountOre = split[index] ?? 0;
      if (amountOre === 0) continue;
      const { id: topUpId, schoolId, walletId, payerId, provider: clearing } = topUp;
      const operationId = namedId(`chargeback/${chargeback.id}/${schoolId}/${topUpId}`);
      const { result } = await this.chargebacks.takeBack(tx, {
        ...this.request(schoolId, operationId),
        ...{ walletId, amountOre, clearing, payerId, paymentReference: topUpId, reason: chargeback.kind },
      });
      await insertPart(tx, chargeback, { schoolId, operationId, topUpId, amountOre });
      moved.push({ topUp, amountOre, owedOre: result.owedOre });
    }
    return moved;
  }

  /** Mirrors what was taken: layers and what is owed are as if it had never been. */
  async giveBack(tx: Tx, chargeback: Chargeback, topUps: readonly TopUp[]): Promise<MovedPart[]> {
    const moved: MovedPart[] = [];
    for (const part of await partsOf(tx, chargeback, topUps)) {
      const { schoolId, operationId: takenBackId, topUpId } = part;
      const topUp = topUps.find(({ id }) => id === topUpId);
      if (!topUp) throw new Error(`Top-up ${topUpId} is not of the payment of chargeback ${chargeback.id}`);
      const request = this.request(schoolId, namedId(`chargeback-returned/${takenBackId}`));
      const settledId = namedId(`chargeback-returned-settled/${takenBackId}`);
      const { result } = await this.chargebacks.winBack(tx, { ...request, takenBackId, settledId });
      await recordReturned(tx, part, this.clock.now());
      moved.push({ topUp, amountOre: result.amountOre, owedOre: result.settledOre });
    }
    return moved;
  }

  private request(schoolId: string, id: string) {
    return { schoolId, id, actor: 'system:payments', occurredAt: this.clock.now() };
  }
}
