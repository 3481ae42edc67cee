import { Injectable } from '@nestjs/common';
import { CardSecrets } from '@kantinekortet/cards';
import { parseCardToken } from '@kantinekortet/codes';
import type { RegisterPrincipal } from '@kantinekortet/identity';
import { Clock, Database, InvalidInput } from '@kantinekortet/platform';
import { LedgerService } from '@kantinekortet/wallet';
import { lockOwnRegister } from '../registers/lock-register.ts';
import { ReceiptsService } from './receipts.service.ts';
import { registerActor } from './register-actor.ts';
import { SaleBatcher } from './sale-batcher.ts';
import type { GiveUpDto, SellRequest } from './sale.dto.ts';
import { isSaleRefusal, SaleRefused } from './sale.errors.ts';
import { contentHash, hexBytea, type SaleRequest } from './sale-request.ts';

/** `receipt` is the answer as the database wrote it (SoldDto). */
export interface SaleAnswer {
  readonly isReplay: boolean;
  readonly receipt: Readonly<Record<string, unknown>>;
}

/** A till sells offline for less than this. */
const maximumAgeMs = 7 * 24 * 60 * 60 * 1000;

interface EarlierOperation {
  readonly kind: string;
  readonly actor: string;
}

/** Sells, and gives up a sale whose outcome the till does not know. */
@Injectable()
export class SalesService {
  private readonly batcher: SaleBatcher;
  private readonly cards: CardSecrets;
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly ledger: LedgerService;
  private readonly receipts: ReceiptsService;

  constructor(
    batcher: SaleBatcher,
    cards: CardSecrets,
    database: Database,
    clock: Clock,
    ledger: LedgerService,
    receipts: ReceiptsService,
  ) {
    this.batcher = batcher;
    this.cards = cards;
    this.database = database;
    this.clock = clock;
    this.ledger = ledger;
    this.receipts = receipts;
  }

  /** Books a sale, on disk when this resolves. The same request again gets the first answer. Throws SaleRefused. */
  async sell(caller: RegisterPrincipal, request: SellRequest): Promise<SaleAnswer> {
    const { code, body } = await this.batcher.book(this.toSaleRequest(caller, request));
    if (isSaleRefusal(code)) throw new SaleRefused(code, body);
    return { isReplay: code === 'replayed', receipt: body };
  }

  /**
   * Makes sure that a sale under this id can never be booked, by a tombstone that a late arrival meets; or, if it was
   * booked, says so. Throws SaleRefused (operation_conflict) for an id of another register, and RegisterRevoked.
   */
  async giveUp(caller: RegisterPrincipal, id: string): Promise<GiveUpDto> {
    const { schoolId } = caller;
    const actor = registerActor(caller.registerId);
    const outcome = await this.database.transaction(async (tx) => {
      // A sale under way holds this lock until it is booked.
      await lockOwnRegister(tx, caller);
      const [earlier] = await tx.query<EarlierOperation[]>(
        'SELECT kind, actor FROM operation WHERE school_id = $1 AND id = $2',
        [schoolId, id],
      );
      if (earlier?.actor === actor && earlier.kind === 'sale') return 'sold';
      if (earlier?.actor === actor && earlier.kind === 'sale_given_up') return 'given_up';
      if (earlier) throw new SaleRefused('operation_conflict');
      const request = { id, schoolId, actor, content: { saleId: id }, occurredAt: this.clock.now() };
      await this.ledger.book(tx, { ...request, kind: 'sale_given_up' }, { result: { id, outcome: 'given_up' } });
      return 'given_up';
    });
    if (outcome === 'given_up') return { id, outcome };
    return this.receipts.ofRegister(caller, id);
  }

  private toSaleRequest(caller: RegisterPrincipal, request: SellRequest): SaleRequest {
    const { cardToken, pupilId } = request;
    if ((cardToken === undefined) === (pupilId === undefined)) {
      const detail = 'Send either cardToken or pupilId.';
      throw new InvalidInput([{ pointer: '/cardToken', code: 'exactly_one', detail }]);
    }
    const content = {
      school_id: caller.schoolId,
      register_id: caller.registerId,
      cashier_session_id: request.cashierSessionId,
      id: request.id,
      card_token_hmac:
        cardToken === undefined ? null : hexBytea(this.cards.hmacOfToken(parseCardToken(cardToken) ?? cardToken)),
      pupil_id: pupilId ?? null,
      lines: request.lines.map(({ revisionId, quantity }) => ({ revision_id: revisionId, quantity })),
      total_ore: request.totalOre,
      occurred_at: request.occurredAt,
      register_counter: request.registerCounter,
    };
    // A till whose clock is wrong must not sell on a day that has not come, or is long closed, with a limit of its own.
    const now = this.clock.now();
    const ageMs = now.getTime() - new Date(request.occurredAt).getTime();
    const occurred_at = ageMs < 0 || ageMs > maximumAgeMs ? now.toISOString() : request.occurredAt;
    return { ...content, occurred_at, session_id: caller.sessionId, content_hash: contentHash(content) };
  }
}
