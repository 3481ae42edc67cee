import { Injectable } from '@nestjs/common';
import { Database } from '@kantinekortet/platform';
import type { PersonPrincipal } from '../access/principal.ts';
import { Letters } from '../letters/letters.ts';
import { assertStrong } from '../passwords/password-policy.ts';
import { Passwords } from '../passwords/passwords.ts';
import { Sessions } from '../sessions/sessions.ts';
import { PasswordCheck } from './password-check.ts';
import { PasswordResetService } from './password-reset.service.ts';
import { People } from './people.ts';

/** Another password for someone who is signed in and knows the one they have. */
@Injectable()
export class PasswordChangeService {
  private readonly database: Database;
  private readonly people: People;
  private readonly passwordCheck: PasswordCheck;
  private readonly passwords: Passwords;
  private readonly passwordResets: PasswordResetService;
  private readonly sessions: Sessions;
  private readonly letters: Letters;

  constructor(
    database: Database,
    people: People,
    passwordCheck: PasswordCheck,
    passwords: Passwords,
    passwordResets: PasswordResetService,
    sessions: Sessions,
    letters: Letters,
  ) {
    this.database = database;
    this.people = people;
    this.passwordCheck = passwordCheck;
    this.passwords = passwords;
    this.passwordResets = passwordResets;
    this.sessions = sessions;
    this.letters = letters;
  }

  /**
   * Sets the password; every other session, and every link in a mail, ends with the old one. Throws WeakPassword,
   * InvalidCredentials, TooManyRequests.
   */
  async change(caller: PersonPrincipal, currentPassword: string, password: string, address: string): Promise<void> {
    const person = await this.people.get(caller.personId);
    assertStrong(password, person);
    await this.passwordCheck.assertRight(person.email, currentPassword, address);
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async (tx) => {
      await this.people.lock(tx, person.id);
      await this.people.setPassword(tx, person.id, passwordHash);
      await this.passwordResets.useUpLinks(tx, person.id);
      await tx.query('DELETE FROM email_change WHERE person_id = $1', [person.id]);
      await this.sessions.endAllOfPerson(tx, person.id, caller.sessionId);
      await this.letters.send(tx, { to: person.email, language: person.language }, (texts) => texts.passwordChanged());
    });
  }
}
