import { Injectable } from '@nestjs/common';
import { bareAddress, Config, isOwnMessageId } from '@kantinekortet/platform';
import type { ReceivedMail } from './read-mail.ts';

/** The address that mails to a school go to, and what is ours among the mails that come. */
@Injectable()
export class SupportAddress {
  private readonly config: Config;
  private readonly user: string;
  private readonly domain: string;

  constructor(config: Config) {
    this.config = config;
    [this.user = '', this.domain = ''] = bareAddress(config.supportEmail).split('@');
  }

  /** The detail after the plus (RFC 5233), empty without one; undefined of anybody else's address. */
  detailOf(address: string): string | undefined {
    const [local = '', domain] = address.toLowerCase().split('@');
    const [user, ...detail] = local.split('+');
    return user === this.user && domain === this.domain ? detail.join('+') : undefined;
  }

  /** Whether a mail is one of ours that came back. */
  isOwn({ from, messageId }: ReceivedMail): boolean {
    const isFromUs = from.address === bareAddress(this.config.mailFrom) || this.detailOf(from.address) !== undefined;
    return isFromUs || isOwnMessageId(messageId, this.config.mailFrom);
  }
}
