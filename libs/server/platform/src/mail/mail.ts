import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config.ts';
import type { Tx } from '../database/tx.ts';
import { OutboxHandlers } from '../jobs/outbox-handlers.ts';
import { Outbox } from '../jobs/outbox.ts';
import type { Letter } from './letter.ts';
import { renderHtml } from './mail-html.ts';
import { ownMessageId } from './own-message-id.ts';
import { readLetter } from './read-letter.ts';

const topic = 'mail';

/** E-mail, sent after the transaction that asked for it. */
@Injectable()
export class Mail implements OnModuleInit {
  private readonly transport: Transporter;
  private readonly config: Config;
  private readonly outbox: Outbox;
  private readonly handlers: OutboxHandlers;

  constructor(config: Config, outbox: Outbox, handlers: OutboxHandlers) {
    this.config = config;
    this.outbox = outbox;
    this.handlers = handlers;
    this.transport = createTransport(config.smtpUrl);
  }

  onModuleInit(): void {
    this.handlers.on(topic, (payload) => this.send(readLetter(payload)));
  }

  async queue(tx: Tx, letter: Letter): Promise<void> {
    await this.outbox.add(tx, topic, letter);
  }

  private async send({ to, subject, paragraphs, action, replyTo, isWrittenByPerson }: Letter): Promise<void> {
    const lines = action ? [...paragraphs, `${action.label}: ${action.url}`] : paragraphs;
    await this.transport.sendMail({
      messageId: ownMessageId(this.config.mailFrom),
      from: this.config.mailFrom,
      to,
      subject,
      ...(replyTo !== undefined && { replyTo }),
      ...(!isWrittenByPerson && { headers: { 'Auto-Submitted': 'auto-generated' } }),
      text: `${lines.join('\n\n')}\n`,
      html: renderHtml({ subject, paragraphs, ...(action ? { action } : {}) }),
    });
  }
}
