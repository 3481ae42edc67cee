import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@kantinekortet/platform';
import { Passwords } from '../passwords/passwords.ts';
import { Tries } from '../tries.ts';
import { EmailNotVerified, InvalidCredentials } from './people.errors.ts';

interface Candidate {
  readonly personId: string | null;
  readonly passwordHash: string;
}

/** The one place where a password is compared: counted first, and the same work whether the e-mail is known or not. */
@Injectable()
export class PasswordCheck {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly passwords: Passwords;
  private readonly tries: Tries;

  constructor(database: Database, clock: Clock, passwords: Passwords, tries: Tries) {
    this.database = database;
    this.clock = clock;
    this.passwords = passwords;
    this.tries = tries;
  }

  /** The person's id. Throws TooManyRequests, InvalidCredentials, EmailNotVerified. */
  async assertRight(email: string, password: string, address: string): Promise<string> {
    await this.tries.count('sign-in', email, address);
    const candidate = await this.find(email);
    if (!(await this.passwords.verify(candidate?.passwordHash, password))) throw new InvalidCredentials();
    if (!candidate?.personId) throw new EmailNotVerified();
    await this.tries.forgive('sign-in', email);
    await this.tries.giveBack('sign-in', address);
    return candidate.personId;
  }

  /** The profile of an e-mail, else its latest sign-up that waits for verification. */
  private async find(email: string): Promise<Candidate | undefined> {
    const [candidate] = await this.database.query<Candidate>(
      `SELECT "personId", "passwordHash" FROM (
         SELECT id AS "personId", password_hash AS "passwordHash", created_at FROM person WHERE email = $1
         UNION ALL
         SELECT NULL, password_hash, created_at FROM sign_up
          WHERE email = $1 AND expires_at > $2 AND verified_at IS NULL) candidate
       ORDER BY "personId" IS NULL, created_at DESC LIMIT 1`,
      [email, this.clock.now()],
    );
    return candidate;
  }
}
