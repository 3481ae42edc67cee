import { Injectable } from '@nestjs/common';
import { DomainError, Secrets } from '@kantinekortet/platform';
import { randomBytes } from 'node:crypto';

/** Tokens of the links in mails: 256 random bits, of which the database keeps only the HMAC. */
@Injectable()
export class LinkTokens {
  private readonly secrets: Secrets;

  constructor(secrets: Secrets) {
    this.secrets = secrets;
  }

  /** A new token, for the mail. */
  draw(): string {
    return randomBytes(32).toString('base64url');
  }

  /** What the database knows of it. */
  hmac(token: string): Buffer {
    return this.secrets.hmac('link-token', token);
  }
}

/** A link that was used, has expired or never was; one answer for all three. */
export class LinkNotValid extends DomainError {
  constructor() {
    super('gone', 'link_not_valid', 'The link was used already, or it is too old. Ask for a new one.');
  }
}
