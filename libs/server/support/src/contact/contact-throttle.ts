import { Injectable } from '@nestjs/common';
import { networkOf, RateLimiter, Secrets } from '@kantinekortet/platform';

const hour = 3600;
const bySender = { points: 10, perSeconds: hour };
/** A school's parents share few addresses on an information evening. */
const byAddress = { points: 60, perSeconds: hour };

/** How often somebody may write. */
@Injectable()
export class ContactThrottle {
  private readonly limiter: RateLimiter;
  private readonly secrets: Secrets;

  constructor(limiter: RateLimiter, secrets: Secrets) {
    this.limiter = limiter;
    this.secrets = secrets;
  }

  /** Throws TooManyRequests. */
  async count(email: string, address: string): Promise<void> {
    await this.limiter.consume(`contact:address:${networkOf(address)}`, byAddress);
    await this.countSender(email);
  }

  /** Of a mail, whose network is its mail server's. Throws TooManyRequests. */
  async countSender(email: string): Promise<void> {
    const sender = this.secrets.hmac('contact', email.toLowerCase()).toString('base64url');
    await this.limiter.consume(`contact:sender:${sender}`, bySender);
  }
}
