import { Body, Controller, Get, Post } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IsInt, Min } from 'class-validator';
import { Client } from 'pg';
import { brokenConstraint } from './database/database.ts';
import { DomainError } from './http/domain-error.ts';
import { Mail } from './mail/mail.ts';
import { RateLimiter } from './security/rate-limiter.ts';
import { Secrets } from './security/secrets.ts';
import { startTestApi, type TestApi } from './testing/index.ts';

class KitchenClosed extends DomainError {
  constructor() {
    super('unavailable', 'kitchen_closed', 'The kitchen is closed.', {
      retryAfterSeconds: 60,
      facts: { opensAt: '10:30' },
    });
  }
}

class Order {
  @IsInt()
  @Min(1)
  quantity!: number;
}

@Controller('kitchen')
class KitchenController {
  @Get()
  visit(): never {
    throw new KitchenClosed();
  }

  @Post()
  order(@Body() order: Order): number {
    return order.quantity;
  }
}

describe('the platform', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ controllers: [KitchenController] });
  });
  afterAll(() => api.close());

  it('turns a domain error into a problem document with its facts and Retry-After', async () => {
    const answer = await api.browser('parent-portal').get('kitchen');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toMatchObject({
      status: 503,
      code: 'kitchen_closed',
      opensAt: '10:30',
      title: 'Service Unavailable',
    });
  });

  it('points at each bad field, and refuses fields it does not know', async () => {
    const answer = await api.browser('parent-portal').post('kitchen', { quantity: 0, tip: 5 });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'invalid_input',
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/quantity', code: 'min' }),
        expect.objectContaining({ pointer: '/tip', code: 'whitelistValidation' }),
      ]),
    });
  });

  it('answers malformed JSON and unknown paths with problems too', async () => {
    const browser = api.browser('parent-portal');
    const malformed = await browser.request('POST', 'kitchen', '{"quantity":', { 'content-type': 'application/json' });
    expect(malformed.status).toBe(400);
    expect(malformed.headers.get('content-type')).toContain('application/problem+json');
    expect((await browser.get('nowhere')).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('answers an address that cannot be decoded with a problem too', async () => {
    const answer = await api.browser('parent-portal').get('kitchen/%');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer).toMatchObject({ status: 400, body: { status: 400, title: 'Bad Request', code: 'bad_request' } });
  });

  it('runs the whole transaction again after a deadlock', async () => {
    const client = new Client(api.ownerUrl);
    await client.connect();
    await client.query('CREATE TABLE pair (id int PRIMARY KEY, n int); INSERT INTO pair VALUES (1, 0), (2, 0)');
    await client.query('GRANT SELECT, UPDATE ON pair TO kantinekortet_app');
    await client.end();
    let waiting = 0;
    const bothHoldOne = Promise.withResolvers<undefined>();
    const add = (first: number, second: number) =>
      api.database.transaction(async (tx) => {
        await tx.query('UPDATE pair SET n = n + 1 WHERE id = $1', [first]);
        waiting += 1;
        if (waiting >= 2) bothHoldOne.resolve(undefined);
        await bothHoldOne.promise;
        await tx.query('UPDATE pair SET n = n + 1 WHERE id = $1', [second]);
      });
    await Promise.all([add(1, 2), add(2, 1)]);
    expect(await api.database.query('SELECT n FROM pair ORDER BY id')).toEqual([{ n: 2 }, { n: 2 }]);
    expect(waiting).toBe(3);
    expect(api.database.deadlocks).toBe(1);
  });

  it('keeps a mail only if its transaction was kept', async () => {
    const mail = api.get(Mail);
    const letter = { to: 'kari@example.com', subject: 'Hei', paragraphs: ['Æøå'] };
    await expect(
      api.database.transaction(async (tx) => {
        await mail.queue(tx, letter);
        throw new KitchenClosed();
      }),
    ).rejects.toThrow('The kitchen is closed');
    expect(await api.outbox('mail')).toEqual([]);
    await api.database.transaction((tx) => mail.queue(tx, letter));
    expect(await api.outbox('mail')).toEqual([letter]);
  });

  it('refuses the try after the last one, with the seconds to wait', async () => {
    const limiter = api.get(RateLimiter);
    const allowance = { points: 2, perSeconds: 60 };
    await limiter.consume('key', allowance);
    await limiter.consume('key', allowance);
    await expect(limiter.consume('key', allowance)).rejects.toMatchObject({
      code: 'too_many_requests',
      extra: { retryAfterSeconds: expect.any(Number) },
    });
    await limiter.forgive('key', allowance);
    await expect(limiter.consume('key', allowance)).resolves.toBeUndefined();
  });

  it('opens what it sealed, for the same purpose and unchanged only', () => {
    const secrets = api.get(Secrets);
    const sealed = secrets.seal('merchant', 'sk_test_æøå');
    expect(secrets.open('merchant', sealed)).toBe('sk_test_æøå');
    expect(() => secrets.open('other', sealed)).toThrow();
    expect(() => secrets.open('merchant', Buffer.concat([sealed.subarray(0, -1), Buffer.from([1])]))).toThrow();
  });

  it('connects as a role that owns nothing and names the constraint that a statement broke', async () => {
    const owned = await api.database.query(
      `SELECT relname FROM pg_class WHERE relowner = current_user::regrole AND relname NOT LIKE 'pg_%'`,
    );
    expect(owned).toEqual([]);
    const broken = api.database.query(
      `INSERT INTO outbox (id, topic, payload) VALUES ($1, 'a', '{}'), ($1, 'b', '{}')`,
      ['019a0000-0000-7000-8000-000000000000'],
    );
    expect(brokenConstraint(await broken.catch((error: unknown) => error))).toBe('outbox_pkey');
  });

  it('reads bigint as a number and refuses one that a number cannot hold', async () => {
    expect(await api.database.query('SELECT 150000::bigint AS ore')).toEqual([{ ore: 150000 }]);
    await expect(api.database.query('SELECT 9007199254740993::bigint')).rejects.toThrow('is not a safe integer');
  });
});
