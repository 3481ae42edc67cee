import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over SMTP. */
export interface CaughtMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail server on a free port of this machine that keeps what it is given. */
export class MailCatcher {
  /** Oldest first. */
  readonly mails: CaughtMail[] = [];
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        simpleParser(stream)
          .then(({ subject = '', text = '', html }) => {
            this.mails.push({ to, subject, text, html: html || '' });
            done();
          })
          .catch(done);
      },
    });
  }

  static async start(): Promise<MailCatcher> {
    const catcher = new MailCatcher();
    const listening = once(catcher.server.server, 'listening');
    catcher.server.listen(0, '127.0.0.1');
    await listening;
    return catcher;
  }

  get url(): string {
    const address = this.server.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The mail server does not listen');
    return `smtp://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((stopped) => this.server.close(stopped));
  }
}
