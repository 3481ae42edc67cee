import { Injectable } from '@nestjs/common';
import { hash, hashSync, verify } from '@node-rs/argon2';

/** argon2id, the library's default variant, with the parameters of the OWASP Password Storage Cheat Sheet. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longest password taken, in characters, so that no request buys hashing by the megabyte. */
export const maximumPasswordLength = 128;

/** Hashes and verifies passwords. The same text in another Unicode form is the same password (NIST SP 800-63B §3.1.1). */
@Injectable()
export class Passwords {
  /** What is verified when there is no profile: the same work, and never right. */
  readonly hashOfNobody = hashSync('nobody has this password', parameters);

  hash(password: string): Promise<string> {
    return hash(normalize(password), parameters);
  }

  /** Whether the password is the one behind the hash. Without a hash it does the same work and answers no. */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    const isRight = await verify(passwordHash ?? this.hashOfNobody, normalize(password));
    return isRight && passwordHash !== undefined;
  }
}

function normalize(password: string): string {
  return password.normalize('NFKC');
}
