import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../testing/index.ts';
import { OutboxHandlers } from './outbox-handlers.ts';
import { Outbox } from './outbox.ts';

describe('the worker', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({}, { ROLE: 'worker' });
  });
  afterAll(() => api.close());

  /** Registers a handler; resolves when it is called for the first time. */
  function handled(topic: string, handle = () => Promise.resolve()): Promise<undefined> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    api.get(OutboxHandlers).on(topic, () => {
      resolve(undefined);
      return handle();
    });
    return promise;
  }

  const add = (...topics: readonly string[]) =>
    api.database.transaction(async (tx) => {
      for (const topic of topics) await api.get(Outbox).add(tx, topic, {});
    });

  it('tries a message again that failed, and none of those that it came with', async () => {
    void handled('before');
    const failed = handled('fails', () => Promise.reject(new Error('No mail server')));
    void handled('after');
    await add('before', 'fails', 'after');
    await failed;
    const next = handled('next');
    await add('next');
    // The worker takes the next ones when those before are settled.
    await next;
    const states = await api.database.query(
      `SELECT data->>'topic' AS topic, state::text FROM pgboss.job
        WHERE data->>'topic' IN ('before', 'fails', 'after') ORDER BY topic`,
    );
    expect(states).toEqual([
      { topic: 'after', state: 'completed' },
      { topic: 'before', state: 'completed' },
      { topic: 'fails', state: 'retry' },
    ]);
  });
});
