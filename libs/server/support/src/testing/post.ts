import type { TestApi } from '@kantinekortet/platform/testing';
import { newId } from '@kantinekortet/platform';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { MailListener } from '../mail-in/mail-listener.ts';

/** Where mails to the support address go in a spec's environment. */
export const supportEmail = 'kontakt@kantinekortet.example';
export const mailEnvironment = {
  SUPPORT_EMAIL: supportEmail,
  SUPPORT_SMTP_PORT: '0',
  SUPPORT_SMTP_AUTHSERV_ID: 'mx.example.no',
};

/** A PNG by its bytes. */
export const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100, 1)]);

/** The world's mail servers, which hand in mails at the support address. */
export class Post {
  readonly port: number;

  private constructor(port: number) {
    this.port = port;
  }

  static async open(api: TestApi): Promise<Post> {
    const smtp = api.get(MailListener);
    if (smtp.port === undefined) await smtp.listen(0, '127.0.0.1');
    if (smtp.port === undefined) throw new Error('It does not listen');
    return new Post(smtp.port);
  }

  /** Hands a mail in; answers what the server said. */
  async send(mail: SendMailOptions): Promise<{ readonly code: number; readonly sentence: string }> {
    const transport = createTransport({ host: '127.0.0.1', port: this.port });
    try {
      const { response } = await transport.sendMail({
        to: supportEmail,
        subject: 'Hei',
        text: 'Når åpner kantina?',
        ...mail,
      });
      return { code: Number(response.slice(0, 3)), sentence: response };
    } catch (error) {
      if (!(error instanceof Error) || !('responseCode' in error)) throw error;
      return { code: Number(error.responseCode), sentence: error.message };
    } finally {
      transport.close();
    }
  }
}

/** An address that nobody has written from. */
export function someAddress(): string {
  return `${newId()}@example.no`;
}
