import { Injectable } from '@nestjs/common';
import { RateLimiter, Secrets, type Allowance, networkOf } from '@kantinekortet/platform';

const minute = 60;
const hour = 60 * minute;

/**
 * How many tries an account (an e-mail, known or not) and an address get. On an information evening a whole school's
 * parents make their profiles behind one address, so an address gets many. Source: OWASP ASVS 5.0 §6.3.1.
 */
const allowances = {
  'sign-in': { account: { points: 10, perSeconds: 15 * minute }, address: { points: 100, perSeconds: 15 * minute } },
  'sign-up': { account: { points: 5, perSeconds: hour }, address: { points: 600, perSeconds: hour } },
  'password-reset': { account: { points: 5, perSeconds: hour }, address: { points: 200, perSeconds: hour } },
} as const satisfies Record<string, Record<'account' | 'address', Allowance>>;

type Attempt = keyof typeof allowances;

/** Counts what someone tries before it is judged. */
@Injectable()
export class Tries {
  private readonly limiter: RateLimiter;
  private readonly secrets: Secrets;

  constructor(limiter: RateLimiter, secrets: Secrets) {
    this.limiter = limiter;
    this.secrets = secrets;
  }

  /** Uses one try of the account and of the address. Throws TooManyRequests. */
  async count(attempt: Attempt, email: string, address: string): Promise<void> {
    await this.limiter.consume(addressKey(attempt, address), allowances[attempt].address);
    await this.limiter.consume(this.accountKey(attempt, email), allowances[attempt].account);
  }

  /** Gives the account all its tries back. */
  async forgive(attempt: Attempt, email: string): Promise<void> {
    await this.limiter.forgive(this.accountKey(attempt, email), allowances[attempt].account);
  }

  /** Gives the address its last try back: it was right. Only that one, or one right would pay for many wrong ones. */
  async giveBack(attempt: Attempt, address: string): Promise<void> {
    await this.limiter.giveBack(addressKey(attempt, address), allowances[attempt].address);
  }

  private accountKey(attempt: Attempt, email: string): string {
    return `${attempt}:account:${this.secrets.hmac('tries', email.toLowerCase()).toString('base64url')}`;
  }
}

function addressKey(attempt: Attempt, address: string): string {
  return `${attempt}:address:${networkOf(address)}`;
}
