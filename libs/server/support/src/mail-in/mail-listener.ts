import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Config, TooManyRequests } from '@kantinekortet/platform';
import { once } from 'node:events';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { MailUnreadable } from '../support.errors.ts';
import { readMail } from './read-mail.ts';
import { MailTaker } from './mail-taker.service.ts';
import { SupportAddress } from './support-address.ts';

const maximumMailBytes = 15 * 1024 * 1024;
/** Each may hold a mail of full size in memory, several times over while it is read. */
const maximumClients = 10;
const maximumRecipients = 20;
const idleMs = 60_000;
/** How long mails that are being taken may hold up a stop. */
const closeMs = 5000;

/** What the sending server is told (RFC 5321 §4.2, RFC 3463). */
class SmtpReply extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, sentence: string) {
    super(sentence);
    this.responseCode = responseCode;
  }
}

/** Takes mails to the support address from the mail server in front; 250 says that a mail is in the database. */
@Injectable()
export class MailListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(MailListener.name);
  private readonly config: Config;
  private readonly taker: MailTaker;
  private readonly address: SupportAddress;
  private server: SMTPServer | undefined;

  constructor(config: Config, taker: MailTaker, address: SupportAddress) {
    this.config = config;
    this.taker = taker;
    this.address = address;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { role, supportSmtp } = this.config;
    if (role !== 'api' && supportSmtp !== undefined) await this.listen(supportSmtp.port, supportSmtp.host);
  }

  /** Before the database's connections end, so that a mail that is being taken is still written. */
  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (server !== undefined) await new Promise<void>((closed) => server.close(closed));
  }

  /** Where it listens; undefined when it does not. */
  get port(): number | undefined {
    const listening = this.server?.server.address();
    return typeof listening === 'object' ? listening?.port : undefined;
  }

  /** Rejects when the port cannot be had. */
  async listen(port: number, host: string): Promise<void> {
    const server = new SMTPServer({
      banner: 'Kantinekortet',
      size: maximumMailBytes,
      rejectOversized: true,
      maxClients: maximumClients,
      maxRecipients: maximumRecipients,
      socketTimeout: idleMs,
      closeTimeout: closeMs,
      disableReverseLookup: true,
      // The mail server in front speaks TLS with the world; nobody signs in here.
      disabledCommands: ['AUTH', 'STARTTLS'],
      hideSMTPUTF8: false,
      onRcptTo: ({ address }, _session, answer) => {
        const isOurs = this.address.detailOf(address) !== undefined;
        answer(isOurs ? null : new SmtpReply(550, 'No such address here: we take mail to our support address only'));
      },
      onData: (stream, session, answer) => {
        void this.take(stream, session).then(() => answer(), answer);
      },
    });
    this.server = server;
    server.listen(port, host);
    await once(server.server, 'listening');
    // A client that breaks off is no fault of ours.
    server.on('error', (error) => this.logger.debug(error.message));
  }

  /** Rejects with an SmtpReply. */
  private async take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const raw = await readAll(stream);
    if (stream.sizeExceeded) throw new SmtpReply(552, 'The message is larger than 15 MB');
    try {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const mail = await readMail(raw, { from, to: envelope.rcptTo.map(({ address }) => address) });
      await this.taker.take(mail);
    } catch (error) {
      if (error instanceof MailUnreadable) throw new SmtpReply(550, error.message);
      if (error instanceof TooManyRequests)
        throw new SmtpReply(451, 'Too many messages from one sender. Try again later');
      this.logger.error(error);
      throw new SmtpReply(451, 'The message could not be stored. Try again later');
    }
  }
}

/** Reads to the end, and keeps nothing of a mail that is too large. Rejects when the connection breaks. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (stream.sizeExceeded) chunks.length = 0;
    else if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
