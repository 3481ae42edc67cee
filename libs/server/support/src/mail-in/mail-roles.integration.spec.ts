import { describe, expect, it } from '@jest/globals';
import { startTestApi } from '@kantinekortet/platform/testing';
import { SupportModule } from '../support.module.ts';
import { mailEnvironment, Post } from '../testing/post.ts';
import { MailListener } from './mail-listener.ts';

describe('the door for mails', () => {
  it.each([
    ['an API', { ...mailEnvironment, ROLE: 'api' }],
    ['a worker that is told no port', { ROLE: 'worker' }],
  ])('is not there in %s', async (_, environment) => {
    const api = await startTestApi({ imports: [SupportModule] }, environment);
    expect(api.get(MailListener).port).toBeUndefined();
    await api.close();
  });

  it('is open in a worker that is told a port, and closed after it', async () => {
    const api = await startTestApi({ imports: [SupportModule] }, { ...mailEnvironment, ROLE: 'worker' });
    const post = await Post.open(api);
    expect((await post.send({ from: 'no-reply@example.no' })).code).toBe(250);
    await api.close();
    await expect(post.send({ from: 'no-reply@example.no' })).rejects.toThrow('ECONNREFUSED');
  });
});
