import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, InvalidInput, type Language, type Tx } from '@kantinekortet/platform';
import type { PersonPrincipal } from '../access/principal.ts';
import { DeferredLetters } from '../letters/deferred-letters.ts';
import { Letters } from '../letters/letters.ts';
import { LinkNotValid, LinkTokens } from '../link-tokens.ts';
import { Sessions } from '../sessions/sessions.ts';
import { People } from './people.ts';
import { PasswordCheck } from './password-check.ts';
import { PasswordResetService } from './password-reset.service.ts';

const validForMs = 24 * 60 * 60 * 1000;

export type EmailChangeStatus = 'waiting_for_other' | 'changed';

interface EmailChange {
  readonly personId: string;
  readonly oldEmail: string;
  readonly language: Language;
  readonly newEmail: string;
  readonly sessionId: string;
  readonly isConfirmedByBoth: boolean;
}

/** An e-mail changes when the old and the new address have both said yes. A later wish replaces an earlier one. */
@Injectable()
export class EmailChangeService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly config: Config;
  private readonly tokens: LinkTokens;
  private readonly deferredLetters: DeferredLetters;
  private readonly letters: Letters;
  private readonly passwordCheck: PasswordCheck;
  private readonly people: People;
  private readonly sessions: Sessions;
  private readonly passwordResets: PasswordResetService;

  constructor(
    database: Database,
    clock: Clock,
    config: Config,
    tokens: LinkTokens,
    deferredLetters: DeferredLetters,
    letters: Letters,
    passwordCheck: PasswordCheck,
    people: People,
    sessions: Sessions,
    passwordResets: PasswordResetService,
  ) {
    this.database = database;
    this.clock = clock;
    this.config = config;
    this.tokens = tokens;
    this.deferredLetters = deferredLetters;
    this.letters = letters;
    this.passwordCheck = passwordCheck;
    this.people = people;
    this.sessions = sessions;
    this.passwordResets = passwordResets;
  }

  /** Sends both mails. Throws InvalidInput for the present e-mail, InvalidCredentials, TooManyRequests. */
  async ask(caller: PersonPrincipal, newEmail: string, password: string, address: string): Promise<void> {
    const person = await this.people.get(caller.personId);
    if (newEmail.toLowerCase() === person.email.toLowerCase()) throw new InvalidInput([sameEmail]);
    await this.passwordCheck.assertRight(person.email, password, address);
    const [oldToken, newToken] = [this.tokens.draw(), this.tokens.draw()];
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + validForMs);
    await this.database.transaction(async (tx) => {
      // The person's lock makes two wishes at once follow each other: the later one counts.
      await this.people.lock(tx, person.id);
      await tx.query('DELETE FROM email_change WHERE person_id = $1', [person.id]);
      await tx.query(
        `INSERT INTO email_change (person_id, new_email, session_id, old_token_hmac, new_token_hmac, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [person.id, newEmail, caller.sessionId, this.tokens.hmac(oldToken), this.tokens.hmac(newToken), now, expiresAt],
      );
      const url = `${this.config.parentUrl}/epost?token=${oldToken}`;
      await this.letters.send(tx, { to: person.email, language: person.language, url }, (texts) =>
        texts.approveEmailChange(newEmail),
      );
      await this.deferredLetters.newEmail(tx, { newEmail, language: person.language, token: newToken });
    });
  }

  /** The address that waits to be confirmed, if there is one. */
  async pendingEmailOf(personId: string): Promise<string | null> {
    const [change] = await this.database.query<{ newEmail: string }>(
      'SELECT new_email AS "newEmail" FROM email_change WHERE person_id = $1 AND expires_at > $2',
      [personId, this.clock.now()],
    );
    return change?.newEmail ?? null;
  }

  /** One address says yes. Throws LinkNotValid, EmailTaken. */
  async confirm(token: string): Promise<EmailChangeStatus> {
    return this.database.transaction(async (tx) => {
      const change = await this.confirmOne(tx, token);
      if (!change.isConfirmedByBoth) return 'waiting_for_other';
      await this.complete(tx, change);
      return 'changed';
    });
  }

  private async confirmOne(tx: Tx, token: string): Promise<EmailChange> {
    const tokenHmac = this.tokens.hmac(token);
    // The person's lock makes two answers at once follow each other, so exactly one of them sees both.
    const [asked] = await tx.query<{ personId: string }[]>(
      'SELECT person_id AS "personId" FROM email_change WHERE old_token_hmac = $1 OR new_token_hmac = $1',
      [tokenHmac],
    );
    if (!asked) throw new LinkNotValid();
    await this.people.lock(tx, asked.personId);
    const [[change]] = await tx.query<[EmailChange[], number]>(
      `UPDATE email_change SET
         old_confirmed_at = coalesce(old_confirmed_at, CASE WHEN old_token_hmac = $1 THEN $2::timestamptz END),
         new_confirmed_at = coalesce(new_confirmed_at, CASE WHEN new_token_hmac = $1 THEN $2::timestamptz END)
       FROM person
       WHERE person.id = person_id AND (old_token_hmac = $1 OR new_token_hmac = $1) AND expires_at > $2
       RETURNING person_id AS "personId", person.email AS "oldEmail", person.language, new_email AS "newEmail",
         session_id AS "sessionId",
         old_confirmed_at IS NOT NULL AND new_confirmed_at IS NOT NULL AS "isConfirmedByBoth"`,
      [tokenHmac, this.clock.now()],
    );
    if (!change) throw new LinkNotValid();
    return change;
  }

  private async complete(tx: Tx, change: EmailChange): Promise<void> {
    const { personId, oldEmail, newEmail, language, sessionId } = change;
    await this.people.setEmail(tx, personId, newEmail);
    await this.people.credentialsChanged(tx, personId);
    await tx.query('DELETE FROM email_change WHERE person_id = $1', [personId]);
    await this.passwordResets.useUpLinks(tx, personId);
    await this.sessions.endAllOfPerson(tx, personId, sessionId);
    for (const to of [oldEmail, newEmail]) {
      await this.letters.send(tx, { to, language }, (texts) => texts.emailChanged(oldEmail, newEmail));
    }
  }
}

const sameEmail = { pointer: '/newEmail', code: 'same', detail: 'This is the e-mail of the profile already.' };
