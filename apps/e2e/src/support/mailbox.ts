import { expect, request, type APIResponse } from '@playwright/test';
import { demo } from './demo.ts';

interface Mail {
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly text: string;
}

/** Waits for the newest mail to an address, or the newest that says `words`, and answers the link in it. */
export async function linkInMailTo(address: string, words = ''): Promise<string> {
  const catcher = await request.newContext({ baseURL: demo.mailUrl });
  let link = '';
  await expect(async () => {
    const mails = await catcher.get('/api/email').then(mailsOf);
    const newest = mails.findLast(
      ({ to, text }) => to.some((receiver) => receiver.address === address) && text.includes(words),
    );
    link = /https?:\/\/\S+/.exec(newest?.text ?? '')?.[0] ?? '';
    expect(link, `a mail to ${address}`).not.toBe('');
  }).toPass();
  await catcher.dispose();
  return link;
}

async function mailsOf(answer: APIResponse): Promise<readonly Mail[]> {
  const parsed: unknown = await answer.json();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- what the mail catcher documents
  return parsed as readonly Mail[];
}
