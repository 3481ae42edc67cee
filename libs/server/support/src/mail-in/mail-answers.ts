import { Injectable } from '@nestjs/common';
import { Config, Database, Mail, RateLimiter, Secrets, TooManyRequests, type Language } from '@kantinekortet/platform';
import { nowhereLetter } from '../letters/support-letters.ts';

const onceADay = { points: 1, perSeconds: 24 * 3600 };

/** Answers a mail whose school nobody knows, once a day for each address, so that two machines never talk on. */
@Injectable()
export class MailAnswers {
  private readonly config: Config;
  private readonly database: Database;
  private readonly mail: Mail;
  private readonly limiter: RateLimiter;
  private readonly secrets: Secrets;

  constructor(config: Config, database: Database, mail: Mail, limiter: RateLimiter, secrets: Secrets) {
    this.config = config;
    this.database = database;
    this.mail = mail;
    this.limiter = limiter;
    this.secrets = secrets;
  }

  /** Answers false when the address has had its answer. */
  async sayWhere(address: string, language: Language): Promise<boolean> {
    const key = `mail:answer:${this.secrets.hmac('contact', address).toString('base64url')}`;
    try {
      await this.limiter.consume(key, onceADay);
    } catch (error) {
      if (error instanceof TooManyRequests) return false;
      throw error;
    }
    const letter = nowhereLetter(language, `${this.config.parentUrl}/kontakt`);
    try {
      await this.database.transaction((tx) => this.mail.queue(tx, { ...letter, to: address }));
    } catch (error) {
      await this.limiter.giveBack(key, onceADay);
      throw error;
    }
    return true;
  }
}
