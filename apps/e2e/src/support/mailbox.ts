import { expect, request, type APIResponse } from '@playwright/test';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { demo } from './demo.ts';

interface CaughtMail {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
  /** Where an answer goes; empty when none is wanted. */
  readonly replyTo: string;
}

/** Waits for the newest mail to an address, or the newest that says `words`, and answers the link in it. */
export async function linkInMailTo(address: string, words = ''): Promise<string> {
  const { text } = await mailTo(address, words);
  return /https?:\/\/\S+/.exec(text)?.[0] ?? '';
}

/** Waits for the newest mail to an address that says `words`. */
export async function mailTo(address: string, words: string): Promise<Mail> {
  const catcher = await request.newContext({ baseURL: demo.mailUrl });
  const find = async (): Promise<CaughtMail> => {
    const mails = await catcher.get('/api/email', { params: { 'to.address': address } }).then(mailsOf);
    const newest = mails.findLast(({ text }) => text.includes(words));
    if (!newest) throw new Error(`No mail to ${address} says "${words}"`);
    return newest;
  };
  await expect(find).toPass();
  const { id, subject, text } = await find();
  // Its JSON leaves the field out.
  const source = await (await catcher.get(`/api/email/${id}/source`)).text();
  await catcher.dispose();
  return { subject, text, replyTo: /^Reply-To: (\S+)/im.exec(source)?.[1] ?? '' };
}

/** Hands a mail to the school in, as the mail server in front does. Throws unless it is taken. */
export async function sendMail(mail: SendMailOptions): Promise<void> {
  const transport = createTransport(demo.supportSmtpUrl);
  await transport.sendMail(mail);
  transport.close();
}

async function mailsOf(answer: APIResponse): Promise<readonly CaughtMail[]> {
  const parsed: unknown = await answer.json();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- what the mail catcher documents
  return parsed as readonly CaughtMail[];
}
