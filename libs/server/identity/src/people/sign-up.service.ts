import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, type Language, type Tx } from '@kantinekortet/platform';
import { DeferredLetters } from '../letters/deferred-letters.ts';
import { LinkNotValid, LinkTokens } from '../link-tokens.ts';
import { assertStrong } from '../passwords/password-policy.ts';
import { Passwords } from '../passwords/passwords.ts';
import { Tries } from '../tries.ts';
import { People, type NewPerson } from './people.ts';
import type { VerifiedEmail } from './people.dto.ts';

const validForMs = 24 * 60 * 60 * 1000;

interface FoundSignUp extends Omit<NewPerson, 'passwordHash'> {
  readonly id: string;
  /** Forgotten once the link was opened. */
  readonly passwordHash: string | null;
}

interface SignUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** A profile comes to be when its e-mail is verified, with the password of the sign-up whose link was opened. */
@Injectable()
export class SignUpService {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly tokens: LinkTokens;
  private readonly letters: DeferredLetters;
  private readonly passwords: Passwords;
  private readonly people: People;
  private readonly tries: Tries;

  constructor(
    database: Database,
    clock: Clock,
    tokens: LinkTokens,
    letters: DeferredLetters,
    passwords: Passwords,
    people: People,
    tries: Tries,
  ) {
    this.database = database;
    this.clock = clock;
    this.tokens = tokens;
    this.letters = letters;
    this.passwords = passwords;
    this.people = people;
    this.tries = tries;
  }

  /** Sends a mail, whether the e-mail has a profile or not. Throws TooManyRequests, WeakPassword. */
  async signUp({ name, email, password, language }: SignUp, address: string): Promise<void> {
    await this.tries.count('sign-up', email, address);
    assertStrong(password, { name, email });
    const passwordHash = await this.passwords.hash(password);
    const token = this.tokens.draw();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + validForMs);
    await this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO sign_up (id, email, name, language, password_hash, token_hmac, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [newId(), email, name, language, passwordHash, this.tokens.hmac(token), now, expiresAt],
      );
      await this.letters.signUp(tx, { email, language, token });
    });
  }

  /** Makes the profile behind a mail's link and answers its e-mail; once more only answers. Throws LinkNotValid. */
  async verify(token: string): Promise<VerifiedEmail> {
    return this.database.transaction(async (tx) => {
      const { id, passwordHash, ...signUp } = await this.find(tx, token);
      const { email } = signUp;
      if (passwordHash === null) return { email, wasVerified: true };
      if (!(await this.people.create(tx, { ...signUp, passwordHash }))) throw new LinkNotValid();
      await tx.query('DELETE FROM sign_up WHERE email = $1 AND id <> $2', [email, id]);
      await tx.query('UPDATE sign_up SET verified_at = $2, password_hash = NULL WHERE id = $1', [id, this.clock.now()]);
      return { email, wasVerified: false };
    });
  }

  /** Locked, so that a link that is opened twice at once makes one profile. */
  private async find(tx: Tx, token: string): Promise<FoundSignUp> {
    const [signUp] = await tx.query<FoundSignUp[]>(
      `SELECT id, name, email::text, language, password_hash AS "passwordHash" FROM sign_up
        WHERE token_hmac = $1 AND expires_at > $2 FOR UPDATE`,
      [this.tokens.hmac(token), this.clock.now()],
    );
    if (!signUp) throw new LinkNotValid();
    return signUp;
  }
}
