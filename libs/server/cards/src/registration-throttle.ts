import { Injectable } from '@nestjs/common';
import { networkOf, RateLimiter } from '@kantinekortet/platform';

/** Wrong tries per hour. A family mistypes a few times; a school's whole staff may sit behind one address. */
const perAccount = { points: 10, perSeconds: 3600 };
const perAddress = { points: 50, perSeconds: 3600 };

/** Slows guessing down, per account and per address; a card itself is never locked. */
@Injectable()
export class RegistrationThrottle {
  private readonly limiter: RateLimiter;

  constructor(limiter: RateLimiter) {
    this.limiter = limiter;
  }

  /** Takes a try before the work, so that tries at once count too. Throws TooManyRequests. */
  async spend(personId: string, address: string): Promise<void> {
    await this.limiter.consume(`card-registration:account:${personId}`, perAccount);
    await this.limiter.consume(`card-registration:address:${networkOf(address)}`, perAddress);
  }

  /** Gives the try back: the code was right. Only this try, or one right code would pay for many wrong ones. */
  async giveBack(personId: string, address: string): Promise<void> {
    await this.limiter.giveBack(`card-registration:account:${personId}`, perAccount);
    await this.limiter.giveBack(`card-registration:address:${networkOf(address)}`, perAddress);
  }
}
