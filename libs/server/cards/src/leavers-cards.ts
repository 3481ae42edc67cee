import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, OutboxHandlers, type Tx } from '@kantinekortet/platform';
import { leftForGoodTopic, PupilTies } from '@kantinekortet/schools';
import { WalletsService } from '@kantinekortet/wallet';
import { In } from 'typeorm';
import { jobActor } from './card-actor.ts';
import { recordCardEvent } from './card-events.ts';
import { statusAfter } from './card-status.ts';
import { Card, notBlocked } from './card.entity.ts';

interface LeftForGood {
  readonly schoolId: string;
  readonly pupilId: string;
}

/** Ends the cards of pupils who have left for good, and says who has a card while leaving can be undone. */
@Injectable()
export class LeaversCards implements OnModuleInit {
  private readonly database: Database;
  private readonly wallets: WalletsService;
  private readonly handlers: OutboxHandlers;
  private readonly ties: PupilTies;
  private readonly clock: Clock;

  constructor(database: Database, wallets: WalletsService, handlers: OutboxHandlers, ties: PupilTies, clock: Clock) {
    this.database = database;
    this.wallets = wallets;
    this.handlers = handlers;
    this.ties = ties;
    this.clock = clock;
  }

  onModuleInit(): void {
    this.handlers.on(leftForGoodTopic, (payload) => this.end(readMessage(payload)));
    this.ties.register(holdersOfCards);
  }

  /** Under the wallet's lock, as every change of a card. Whoever came back meanwhile keeps the card; again does nothing. */
  private async end({ schoolId, pupilId }: LeftForGood): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [leaver] = await tx.query<{ walletId: string }[]>(
        'SELECT wallet_id AS "walletId" FROM pupil WHERE school_id = $1 AND id = $2',
        [schoolId, pupilId],
      );
      if (!leaver) return;
      await this.wallets.lock(tx, schoolId, leaver.walletId);
      if (!(await hasLeftForGood(tx, schoolId, pupilId))) return;
      const cards = await tx.find(Card, {
        where: { schoolId, pupilId, status: In(['active', 'blocked']) },
        lock: { mode: 'pessimistic_write' },
      });
      for (const { id, status } of cards) {
        await tx.update(Card, { schoolId, id }, { status: statusAfter(status, 'end'), ...notBlocked });
      }
      const event = { schoolId, kind: 'ended', actor: jobActor, occurredAt: this.clock.now() } as const;
      await recordCardEvent(tx, { ...event, cardIds: cards.map(({ id }) => id) });
    });
  }
}

async function hasLeftForGood(tx: Tx, schoolId: string, pupilId: string): Promise<boolean> {
  const left = await tx.query<unknown[]>(
    'SELECT 1 FROM pupil WHERE school_id = $1 AND id = $2 AND left_for_good_at IS NOT NULL',
    [schoolId, pupilId],
  );
  return left.length > 0;
}

async function holdersOfCards(tx: Tx, schoolId: string, pupilIds: readonly string[]): Promise<string[]> {
  const holders = await tx.query<{ id: string }[]>(
    `SELECT pupil_id AS id FROM card
      WHERE school_id = $1 AND pupil_id = ANY ($2::uuid[]) AND status IN ('active', 'blocked')`,
    [schoolId, pupilIds],
  );
  return holders.map(({ id }) => id);
}

/** Throws when the message is not one of ours. */
function readMessage(payload: unknown): LeftForGood {
  if (!isLeftForGood(payload)) throw new TypeError('The message names no pupil who left');
  return payload;
}

function isLeftForGood(payload: unknown): payload is LeftForGood {
  return typeof payload === 'object' && payload !== null && 'schoolId' in payload && 'pupilId' in payload;
}
