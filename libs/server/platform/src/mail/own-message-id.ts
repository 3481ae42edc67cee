import { newId } from '../ids.ts';

const mark = 'kantinekortet.';

/** A Message-ID that we know again, so that a mail of ours which comes back starts no loop. */
export function ownMessageId(mailFrom: string): string {
  return `<${mark}${newId()}@${domainOf(mailFrom)}>`;
}

/** Whether a mail with this Message-ID left here. */
export function isOwnMessageId(messageId: string, mailFrom: string): boolean {
  const id = messageId.trim().toLowerCase();
  return id.startsWith(`<${mark}`) && id.endsWith(`@${domainOf(mailFrom)}>`);
}

/** The bare address of `Name <address>` or of an address alone, in small letters. */
export function bareAddress(text: string): string {
  return (/<([^<>]+)>/.exec(text)?.[1] ?? text).trim().toLowerCase();
}

function domainOf(text: string): string {
  return bareAddress(text).split('@').at(-1) ?? '';
}
