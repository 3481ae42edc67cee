import type { PersonPrincipal } from '@kantinekortet/identity';
import { Clock, Config, Database, Outbox, type Tx } from '@kantinekortet/platform';
import { PaymentOfferEnded, PaymentProviders, ProviderUnavailable, type CardSetup } from '@kantinekortet/providers';
import { PupilAccess, SchoolsService } from '@kantinekortet/schools';
import { WalletsService } from '@kantinekortet/wallet';
import { Injectable, Logger } from '@nestjs/common';
import { languageOf, schoolIdsOfGuardian } from '../directory.ts';
import { SavedCardConflict, SavedCardNotFound } from './auto-top-up.errors.ts';
import { rulesOfPayer, type AutoTopUp } from './auto-top-up-rows.ts';
import { RuleSwitch } from './rule-switch.ts';
import { SavedCardEnds } from './saved-card-ends.ts';
import {
  cardOfPayer,
  findCard,
  insertCard,
  lockCard,
  recordEnd,
  recordSaved,
  recordSetup,
  type SavedCardRow,
} from './saved-card-rows.ts';
import { toSavedCardResponse, type SaveCardRequest, type SavedCardResponse } from './saved-card.dto.ts';
import { setupIdOf } from './setup-id.ts';
import { belowTopic } from './topics.ts';

const saveWithinMs = 60 * 60 * 1_000;

/** Bank cards that guardians save on the provider's own page: one a school, which all their rules there are charged to. */
@Injectable()
export class SavedCardsService {
  private readonly logger = new Logger(SavedCardsService.name);
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly database: Database;
  private readonly outbox: Outbox;
  private readonly access: PupilAccess;
  private readonly schools: SchoolsService;
  private readonly wallets: WalletsService;
  private readonly providers: PaymentProviders;
  private readonly rules: RuleSwitch;
  private readonly ends: SavedCardEnds;

  constructor(
    clock: Clock,
    config: Config,
    database: Database,
    outbox: Outbox,
    access: PupilAccess,
    schools: SchoolsService,
    wallets: WalletsService,
    providers: PaymentProviders,
    rules: RuleSwitch,
    ends: SavedCardEnds,
  ) {
    this.clock = clock;
    this.config = config;
    this.database = database;
    this.outbox = outbox;
    this.access = access;
    this.schools = schools;
    this.wallets = wallets;
    this.providers = providers;
    this.rules = rules;
    this.ends = ends;
  }

  /**
   * Starts to save a card and says where the guardian gives it. The same request again leads to the same page. Throws
   * PupilNotFound, NoSavedCards, SavedCardConflict, ProviderUnavailable.
   */
  async start(caller: PersonPrincipal, { id, walletId }: SaveCardRequest): Promise<SavedCardResponse> {
    const { schoolId, pupilId } = await this.access.findByWallet(caller, walletId);
    const { merchantId } = await this.schools.get(schoolId);
    const account = await this.providers.cardKeeperOf(merchantId);
    const createdAt = this.clock.now();
    const wish: SavedCardRow = {
      schoolId,
      id,
      payerId: caller.personId,
      pupilId,
      merchantId,
      provider: account.name,
      language: await languageOf(this.database, caller.personId),
      status: 'setting_up',
      setupReference: null,
      setupUrl: null,
      createdAt,
      setupExpiresAt: new Date(createdAt.getTime() + saveWithinMs),
      card: null,
    };
    await this.database.transaction((tx) => insertCard(tx, wish));
    const card = await findCard(this.database, [schoolId], id);
    if (card?.payerId !== wish.payerId || card.pupilId !== pupilId) throw new SavedCardConflict();
    const needsPage = card.status === 'setting_up' && card.setupUrl === null;
    return toSavedCardResponse(needsPage ? await this.openPage(card) : card);
  }

  /** A card of the caller; the provider is asked while it is not saved yet. Throws SavedCardNotFound. */
  async get(caller: PersonPrincipal, id: string): Promise<SavedCardResponse> {
    const card = await this.find(caller, id);
    if (card.status === 'setting_up') {
      await this.ask(card).catch((error: unknown) => {
        // The guardian sees that we are waiting; the webhook or the next question tells more.
        if (!(error instanceof ProviderUnavailable)) throw error;
        this.logger.warn(error.message);
      });
    }
    return toSavedCardResponse(await this.find(caller, id));
  }

  /** Takes a card away, and with it what it pays for. Again changes nothing. Throws SavedCardNotFound. */
  async remove(caller: PersonPrincipal, id: string): Promise<void> {
    const { schoolId, payerId } = await this.find(caller, id);
    await this.database.transaction(async (tx) => {
      await this.lockWallets(tx, schoolId, payerId);
      const card = await lockCard(tx, schoolId, id);
      const rules = await rulesOfPayer(tx, schoolId, payerId);
      if (card?.status === 'setting_up') await recordEnd(tx, card, 'abandoned', this.clock.now());
      if (card?.status === 'saved') await this.ends.removed(tx, card, rules);
    });
  }

  /** Asks the provider what became of an offer to save a card. Throws ProviderUnavailable. */
  async ask(card: SavedCardRow): Promise<void> {
    if (card.setupReference !== null) {
      const { savedCards } = await this.providers.accountOf(card.merchantId, card.provider);
      const setup = await savedCards?.getSetup(card.setupReference);
      if (setup) await this.apply(card, setup);
    } else if (card.setupExpiresAt <= this.clock.now()) {
      await this.database.transaction((tx) => recordEnd(tx, card, 'abandoned', this.clock.now()));
    }
  }

  private async apply({ schoolId, id, payerId }: SavedCardRow, setup: CardSetup): Promise<void> {
    if (setup.setupId !== setupIdOf({ schoolId, id }))
      throw new Error(`Setup ${setup.providerReference} is not that of card ${id}`);
    await this.database.transaction(async (tx) => {
      await this.lockWallets(tx, schoolId, payerId);
      const card = await lockCard(tx, schoolId, id);
      // Read after the card's lock: a rule that was set up while we waited for it is to begin too.
      const rules = await rulesOfPayer(tx, schoolId, payerId);
      if (card?.status !== 'setting_up' && card?.status !== 'abandoned') return;
      if (setup.status === 'expired' && card.status === 'setting_up') {
        await recordEnd(tx, card, 'abandoned', this.clock.now());
      }
      if (!setup.card) return;
      const earlier = await cardOfPayer(tx, schoolId, payerId);
      if (earlier) await this.ends.replaced(tx, earlier);
      await recordSaved(tx, card, setup.card);
      for (const rule of rules) if (rule.status === 'waiting_for_card') await this.activate(tx, rule, id);
    });
  }

  /** What was set up before the card was there begins now; with too little on the card already, at once. */
  private async activate(tx: Tx, rule: AutoTopUp, cardId: string): Promise<void> {
    await this.rules.set(tx, { ...rule, status: 'active', reason: null });
    const { schoolId, walletId, payerId: personId } = rule;
    await this.outbox.add(tx, belowTopic, { schoolId, walletId, personId, operationId: cardId });
  }

  private async lockWallets(tx: Tx, schoolId: string, payerId: string): Promise<void> {
    const known = await rulesOfPayer(tx, schoolId, payerId);
    await this.wallets.lockAll(
      tx,
      schoolId,
      known.map(({ walletId }) => walletId),
    );
  }

  /** Has the provider make its page. Outside any transaction: the answer may take seconds, or not come. */
  private async openPage(card: SavedCardRow): Promise<SavedCardRow> {
    const { savedCards } = await this.providers.accountOf(card.merchantId, card.provider);
    const page = `${this.config.parentUrl}/barn/${card.pupilId}/automatisk`;
    const { id, language, setupExpiresAt: expiresAt } = card;
    try {
      const addresses = { returnUrl: `${page}?bankkort=${id}`, cancelUrl: page };
      const started = await savedCards?.startSetup({ setupId: setupIdOf(card), language, expiresAt, ...addresses });
      if (!started) throw new Error(`${card.provider} keeps no cards`);
      await this.database.transaction((tx) => recordSetup(tx, card, started));
      return { ...card, setupUrl: started.setupUrl };
    } catch (error) {
      if (!(error instanceof PaymentOfferEnded)) throw error;
      await this.database.transaction((tx) => recordEnd(tx, card, 'abandoned', this.clock.now()));
      return { ...card, status: 'abandoned' };
    }
  }

  private async find({ personId }: PersonPrincipal, id: string): Promise<SavedCardRow> {
    const card = await findCard(this.database, await schoolIdsOfGuardian(this.database, personId), id);
    if (card?.payerId !== personId) throw new SavedCardNotFound();
    return card;
  }
}
