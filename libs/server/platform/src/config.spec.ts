import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Config } from './config.ts';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://kantinekortet_app:x@db/kantinekortet',
  PARENT_URL: 'https://kort.example.no',
  OFFICE_URL: 'https://kontor.example.no',
  CHECKOUT_URL: 'https://kasse.example.no',
  SMTP_URL: 'smtps://post.example.no',
  MAIL_FROM: 'Kantinekortet <post@example.no>',
  SECRET_KEY: randomBytes(32).toString('base64'),
};

function complaintsOf(change: NodeJS.ProcessEnv): string[] {
  try {
    new Config({ ...production, ...change });
    return [];
  } catch (error) {
    return String(error).split('\n- ').slice(1);
  }
}

describe('the environment of production', () => {
  it('is taken when it is whole, and trusts no address that a client could have written', () => {
    expect(complaintsOf({})).toEqual([]);
    expect(new Config(production)).toMatchObject({
      isProduction: true,
      trustProxy: false,
      paymentSandboxUrl: undefined,
    });
  });

  it.each([
    [{ SECRET_KEY: '' }, ['SECRET_KEY is missing', 'SECRET_KEY must be 32 bytes in base64']],
    [{ SECRET_KEY: randomBytes(16).toString('base64') }, ['SECRET_KEY must be 32 bytes in base64']],
    [{ SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }, ['SECRET_KEY must be random: openssl rand -base64 32']],
    [
      { SECRET_KEY: Buffer.from('passordpassordpassordpassordpass').toString('base64') },
      ['SECRET_KEY must be random: openssl rand -base64 32'],
    ],
    [{ PAYMENT_SANDBOX_URL: 'http://127.0.0.1:4206' }, ['PAYMENT_SANDBOX_URL must not be set in production']],
    [{ PARENT_URL: 'http://kort.example.no' }, ['PARENT_URL must begin with https://']],
    [{ OFFICE_URL: undefined }, ['OFFICE_URL is missing']],
    [
      { TRUST_PROXY: 'yes', ROLE: 'cook', PORT: 'x' },
      ['ROLE must be one of api, worker, all', 'PORT must be a whole number', 'TRUST_PROXY must be one of true, false'],
    ],
  ])('is refused with a sentence for each mistake: %j', (change, complaints) => {
    expect(complaintsOf(change)).toEqual(complaints);
  });

  it('never shows a secret in its complaints', () => {
    const SECRET_KEY = Buffer.from('hemmelig').toString('base64');
    expect(complaintsOf({ SECRET_KEY, SMTP_URL: '' }).join()).not.toContain(SECRET_KEY);
  });
});
