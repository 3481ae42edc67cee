import { Injectable } from '@nestjs/common';
import { Mail, type Language, type Tx } from '@kantinekortet/platform';
import { en } from './en.ts';
import type { LetterText, LetterTexts } from './letter-texts.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

const textsOf: Readonly<Record<Language, LetterTexts>> = { nb, nn, en };

/** Whom a mail goes to, in which language, and where its button leads. */
export interface Addressee {
  readonly to: string;
  readonly language: Language;
  readonly url?: string;
}

/** Identity's mails: sent only if the transaction is. */
@Injectable()
export class Letters {
  private readonly mail: Mail;

  constructor(mail: Mail) {
    this.mail = mail;
  }

  /** Queues the mail that `choose` picks from the addressee's language. */
  async send(tx: Tx, { to, language, url }: Addressee, choose: (texts: LetterTexts) => LetterText): Promise<void> {
    const { subject, paragraphs, actionLabel: label } = choose(textsOf[language]);
    const action = url !== undefined && label !== undefined ? { action: { label, url } } : {};
    await this.mail.queue(tx, { to, subject, paragraphs, ...action });
  }
}
