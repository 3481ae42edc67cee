import { OutboxHandlers, type Letter } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';

/** The mails that wait for an address, oldest first, once those are written that are deferred until now. */
export async function mailsTo(api: TestApi, email: string): Promise<Letter[]> {
  const deferred = await api.database.query<{ id: string; topic: string; payload: unknown }>(
    `SELECT id, topic, payload FROM outbox
      WHERE topic ~ '^(identity|support)[.]' AND coalesce(deliver_after, '-infinity') <= $1 ORDER BY id`,
    [api.clock.now()],
  );
  for (const { id, topic, payload } of deferred) {
    await api.get(OutboxHandlers).deliver(topic, payload);
    await api.database.query('DELETE FROM outbox WHERE id = $1', [id]);
  }
  const letters = await api.outbox<Letter>('mail');
  return letters.filter(({ to }) => to.toLowerCase() === email.toLowerCase());
}

/** The token in the link of the latest mail to an address. Throws when that mail has no link. */
export async function mailedToken(api: TestApi, email: string): Promise<string> {
  const url = (await mailsTo(api, email)).at(-1)?.action?.url;
  const token = url === undefined ? null : new URL(url).searchParams.get('token');
  if (token === null) throw new Error(`The latest mail to ${email} has no link with a token`);
  return token;
}
