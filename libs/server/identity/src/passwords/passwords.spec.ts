import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseOptions } from '@node-rs/argon2';
import { Passwords } from './passwords.ts';

describe('passwords', () => {
  let passwords: Passwords;
  beforeAll(() => {
    passwords = new Passwords();
  });

  it('are kept as argon2id with at least the memory and passes that OWASP asks for', async () => {
    const hash = await passwords.hash('sjiraff på trommesykkel');
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(parseOptions(hash)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  });

  it('are the same in composed and decomposed Unicode', async () => {
    const hash = await passwords.hash('blåbær'.normalize('NFC'));
    expect(await passwords.verify(hash, 'blåbær'.normalize('NFD'))).toBe(true);
    expect(await passwords.verify(hash, 'blabær')).toBe(false);
  });

  it('cost the same to refuse for nobody as for somebody', async () => {
    const somebody = await passwords.hash('somebody');
    expect(parseOptions(passwords.hashOfNobody)).toEqual(parseOptions(somebody));
    expect(await passwords.verify(undefined, 'nobody has this password')).toBe(false);
  });
});
