import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@kantinekortet/platform';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { MailTaker } from './mail-taker.service.ts';
import { readMail } from './read-mail.ts';

const maximumBytes = 15 * 1024 * 1024;
const maximumClients = 20;
const socketTimeoutMs = 60_000;

/** An answer of SMTP (RFC 5321 §4.2): 4xx lets the other side try again, 5xx tells the one who wrote. */
class SmtpRefusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/**
 * Takes the mail that a school's mail server hands on. 250 is said when the case is on disk, so a mail is never lost
 * between two servers; it is off unless SUPPORT_SMTP_PORT is set, as it is for the worker.
 */
@Injectable()
export class MailListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MailListener.name);
  private readonly config: Config;
  private readonly taker: MailTaker;
  private server: SMTPServer | undefined;

  constructor(config: Config, taker: MailTaker) {
    this.config = config;
    this.taker = taker;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { supportSmtp } = this.config;
    if (supportSmtp === undefined) return;
    const server = new SMTPServer({
      banner: 'Kantinekortet',
      size: maximumBytes,
      maxClients: maximumClients,
      socketTimeout: socketTimeoutMs,
      // The mail server in front speaks TLS and SPF with the world (docs/operations.md).
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(this.taker.takes(address) ? null : new SmtpRefusal(550, 'No such address here')),
      onData: (stream, { envelope }, done) => {
        const returnPath = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const recipients = envelope.rcptTo.map(({ address }) => address);
        this.receive(stream, { returnPath, recipients }).then(
          () => done(null),
          (error: unknown) => done(this.refusalOf(error)),
        );
      },
    });
    server.on('error', (error) => this.logger.warn(error));
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(supportSmtp.port, supportSmtp.host, resolve);
    });
    this.server = server;
  }

  /** Where it listens, when it does: the port that was asked for, or the one that was free. */
  get port(): number | undefined {
    const address = this.server?.server.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private async receive(
    stream: SMTPServerDataStream,
    envelope: { readonly returnPath: string; readonly recipients: readonly string[] },
  ): Promise<void> {
    const chunks: Buffer[] = [];
    // What is too long is read to its end and thrown away, or the other side never hears why.
    for await (const chunk of stream) if (!stream.sizeExceeded && Buffer.isBuffer(chunk)) chunks.push(chunk);
    if (stream.sizeExceeded) throw new SmtpRefusal(552, 'The mail is larger than 15 MB');
    const mail = await readMail(Buffer.concat(chunks));
    if (!mail) throw new SmtpRefusal(550, 'The mail names nobody as its sender');
    await this.taker.take(mail, envelope);
  }

  private refusalOf(error: unknown): Error {
    if (error instanceof SmtpRefusal) return error;
    this.logger.error(error);
    return new SmtpRefusal(451, 'Something went wrong on our side. Try again later');
  }
}
