import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '@kantinekortet/platform';
import type { PersonApp } from '../access/apps.ts';
import { DeferredLetters } from '../letters/deferred-letters.ts';
import { Letters } from '../letters/letters.ts';
import { LinkNotValid, LinkTokens } from '../link-tokens.ts';
import { assertStrong } from '../passwords/password-policy.ts';
import { Passwords } from '../passwords/passwords.ts';
import { Sessions } from '../sessions/sessions.ts';
import { Tries } from '../tries.ts';
import { People } from './people.ts';

/** A forgotten password: a link by mail, and a new password that ends every session. */
@Injectable()
export class PasswordResetService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly tokens: LinkTokens;
  private readonly deferredLetters: DeferredLetters;
  private readonly letters: Letters;
  private readonly passwords: Passwords;
  private readonly people: People;
  private readonly sessions: Sessions;
  private readonly tries: Tries;

  constructor(
    database: Database,
    clock: Clock,
    tokens: LinkTokens,
    deferredLetters: DeferredLetters,
    letters: Letters,
    passwords: Passwords,
    people: People,
    sessions: Sessions,
    tries: Tries,
  ) {
    this.database = database;
    this.clock = clock;
    this.tokens = tokens;
    this.deferredLetters = deferredLetters;
    this.letters = letters;
    this.passwords = passwords;
    this.people = people;
    this.sessions = sessions;
    this.tries = tries;
  }

  /** The same for every e-mail. The link leads to the app that asked. Throws TooManyRequests. */
  async ask(email: string, app: PersonApp, address: string): Promise<void> {
    await this.tries.count('password-reset', email, address);
    const token = this.tokens.draw();
    await this.database.transaction((tx) => this.deferredLetters.passwordReset(tx, { email, app, token }));
  }

  /**
   * Sets the password and ends all sessions, other links and a change of e-mail under way. Throws LinkNotValid,
   * WeakPassword (the link stays good).
   */
  async confirm(token: string, password: string): Promise<void> {
    const tokenHmac = this.tokens.hmac(token);
    const [found] = await this.database.query<{ personId: string }>(
      'SELECT person_id AS "personId" FROM password_reset WHERE token_hmac = $1 AND expires_at > $2 AND used_at IS NULL',
      [tokenHmac, this.clock.now()],
    );
    if (!found) throw new LinkNotValid();
    const person = await this.people.get(found.personId);
    assertStrong(password, person);
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async (tx) => {
      await this.people.lock(tx, person.id);
      const [, taken] = await tx.query<[unknown[], number]>(
        'UPDATE password_reset SET used_at = $2 WHERE token_hmac = $1 AND used_at IS NULL',
        [tokenHmac, this.clock.now()],
      );
      if (taken === 0) throw new LinkNotValid();
      await this.people.setPassword(tx, person.id, passwordHash);
      await this.people.credentialsChanged(tx, person.id);
      await this.useUpLinks(tx, person.id);
      await tx.query('DELETE FROM email_change WHERE person_id = $1', [person.id]);
      await this.sessions.endAllOfPerson(tx, person.id);
      await this.letters.send(tx, { to: person.email, language: person.language }, (texts) => texts.passwordChanged());
    });
    await this.tries.forgive('sign-in', person.email);
  }

  /** Makes every open link of a person useless. */
  async useUpLinks(tx: Tx, personId: string): Promise<void> {
    await tx.query('UPDATE password_reset SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL', [
      personId,
      this.clock.now(),
    ]);
  }
}
