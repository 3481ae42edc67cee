import { supportEmail } from './addresses.ts';
import type { Stack } from './stack.ts';

/** One table of everything a person needs to try the product. */
export function tableOf(stack: Stack): string {
  const { parentUrl, officeUrl, checkoutUrl, mailUrl, sandboxUrl, supportSmtpUrl, apiUrl, demo } = stack;
  const addresses = [
    ['Parent portal', parentUrl],
    ['Admin office', officeUrl],
    ['Canteen checkout', `${checkoutUrl}  (pair with ${demo?.pairingCode ?? 'a code from the office'})`],
    ['Mail', `${mailUrl}  (every mail lands here)`],
    ['Mail to the school', `${supportSmtpUrl}  (for ${supportEmail})`],
    ['Payment sandbox', `${sandboxUrl}  (no real money)`],
    ['API', `${apiUrl}/api/v1/openapi.json`],
  ] as const;
  const accounts = Object.entries(demo?.accounts ?? {}).map(
    ([name, { email, password, label }]) => [label ?? name, `${email}  password ${password}`] as const,
  );
  const rows = [...addresses, undefined, ...accounts];
  const width = (column: 0 | 1): number => Math.max(...rows.map((row) => row?.[column].length ?? 0));
  const [left, right] = [width(0), width(1)];
  const line = (start: string, middle: string, end: string): string =>
    `${start}${'─'.repeat(left + 2)}${middle}${'─'.repeat(right + 2)}${end}`;
  const body = rows.map((row) =>
    row === undefined ? line('├', '┼', '┤') : `│ ${row[0].padEnd(left)} │ ${row[1].padEnd(right)} │`,
  );
  return [line('┌', '┬', '┐'), ...body, line('└', '┴', '┘')].join('\n');
}
