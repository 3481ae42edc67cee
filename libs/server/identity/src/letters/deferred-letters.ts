import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Clock,
  Config,
  Database,
  newId,
  Outbox,
  OutboxHandlers,
  languages,
  type Language,
  type Tx,
} from '@kantinekortet/platform';
import { apps, appUrl, type PersonApp } from '../access/apps.ts';
import { oneOf, textIn } from '../message.ts';
import { LinkTokens } from '../link-tokens.ts';
import { People } from '../people/people.ts';
import { Letters } from './letters.ts';

const resetValidForMs = 60 * 60 * 1000;

interface SignUpLetter {
  readonly email: string;
  readonly language: Language;
  readonly token: string;
}

interface ResetLetter {
  readonly email: string;
  readonly app: PersonApp;
  readonly token: string;
}

interface NewEmailLetter {
  readonly newEmail: string;
  readonly language: Language;
  readonly token: string;
}

/**
 * Mails that depend on whether an e-mail has a profile. The request that asks for one does the same work for every
 * e-mail; the worker looks afterwards. So neither answer nor time tells who has a profile.
 */
@Injectable()
export class DeferredLetters implements OnModuleInit {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly outbox: Outbox;
  private readonly handlers: OutboxHandlers;
  private readonly tokens: LinkTokens;
  private readonly people: People;
  private readonly letters: Letters;

  constructor(
    database: Database,
    clock: Clock,
    config: Config,
    outbox: Outbox,
    handlers: OutboxHandlers,
    tokens: LinkTokens,
    people: People,
    letters: Letters,
  ) {
    this.database = database;
    this.clock = clock;
    this.config = config;
    this.outbox = outbox;
    this.handlers = handlers;
    this.tokens = tokens;
    this.people = people;
    this.letters = letters;
  }

  onModuleInit(): void {
    this.handlers.on('identity.sign-up', (payload) => this.writeSignUp(payload));
    this.handlers.on('identity.password-reset', (payload) => this.writeReset(payload));
    this.handlers.on('identity.new-email', (payload) => this.writeNewEmail(payload));
  }

  /** A link that verifies the e-mail; or "you already have a profile". */
  async signUp(tx: Tx, letter: SignUpLetter): Promise<void> {
    await this.outbox.add(tx, 'identity.sign-up', letter);
  }

  /** A link to choose a new password; nothing when there is no profile. */
  async passwordReset(tx: Tx, letter: ResetLetter): Promise<void> {
    await this.outbox.add(tx, 'identity.password-reset', letter);
  }

  /** A link that confirms the new address of a profile; or "this address is in use". */
  async newEmail(tx: Tx, letter: NewEmailLetter): Promise<void> {
    await this.outbox.add(tx, 'identity.new-email', letter);
  }

  private async writeSignUp(payload: unknown): Promise<void> {
    const [email, token] = [textIn(payload, 'email'), textIn(payload, 'token')];
    const language = oneOf(languages, textIn(payload, 'language'));
    const known = await this.people.findByEmail(email);
    const url = `${this.config.parentUrl}/bekreft?token=${token}`;
    await this.database.transaction(async (tx) => {
      if (known) await this.writeToOwner(tx, known, 'alreadyHasProfile');
      else await this.letters.send(tx, { to: email, language, url }, (texts) => texts.verifyEmail());
    });
  }

  private async writeReset(payload: unknown): Promise<void> {
    const [email, token] = [textIn(payload, 'email'), textIn(payload, 'token')];
    const app = oneOf(apps, textIn(payload, 'app'));
    const known = await this.people.findByEmail(email);
    if (!known) return;
    const now = this.clock.now();
    const url = `${appUrl(app, this.config)}/nytt-passord?token=${token}`;
    await this.database.transaction(async (tx) => {
      const made = await tx.query<unknown[]>(
        `INSERT INTO password_reset (id, person_id, token_hmac, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (token_hmac) DO NOTHING RETURNING id`,
        [newId(), known.id, this.tokens.hmac(token), now, new Date(now.getTime() + resetValidForMs)],
      );
      // A message that comes again must not make a used link work again.
      if (made.length === 0) return;
      await this.letters.send(tx, { to: known.email, language: known.language, url }, (texts) => texts.resetPassword());
    });
  }

  private async writeNewEmail(payload: unknown): Promise<void> {
    const [newEmail, token] = [textIn(payload, 'newEmail'), textIn(payload, 'token')];
    const language = oneOf(languages, textIn(payload, 'language'));
    const known = await this.people.findByEmail(newEmail);
    const url = `${this.config.parentUrl}/epost?token=${token}`;
    await this.database.transaction(async (tx) => {
      if (known) await this.writeToOwner(tx, known, 'newEmailIsTaken');
      else await this.letters.send(tx, { to: newEmail, language, url }, (texts) => texts.confirmNewEmail());
    });
  }

  private async writeToOwner(
    tx: Tx,
    { email, language }: { email: string; language: Language },
    text: 'alreadyHasProfile' | 'newEmailIsTaken',
  ): Promise<void> {
    await this.letters.send(tx, { to: email, language, url: this.config.parentUrl }, (texts) => texts[text]());
  }
}
