import { expect, request } from '@playwright/test';
import { demo } from './demo.ts';

interface Mail {
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly text: string;
}

/** Waits for the newest mail to an address and answers the link in it. */
export async function linkInMailTo(address: string): Promise<string> {
  const catcher = await request.newContext({ baseURL: demo.mailUrl });
  let link = '';
  await expect(async () => {
    const answer = await catcher.get('/api/email');
    const mails: readonly Mail[] = await answer.json();
    const newest = mails.findLast(({ to }) => to.some((receiver) => receiver.address === address));
    link = /https?:\/\/\S+/.exec(newest?.text ?? '')?.[0] ?? '';
    expect(link, `a mail to ${address}`).not.toBe('');
  }).toPass();
  await catcher.dispose();
  return link;
}
