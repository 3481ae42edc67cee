import { describe, expect, it } from '@jest/globals';
import { isAutomatic } from './automatic-mail.ts';

const person = { headers: new Map<string, string>(), returnPath: 'kari@example.no', from: 'kari@example.no' };

describe('a mail by a machine', () => {
  it.each([
    ['says so', { headers: new Map([['auto-submitted', 'auto-replied']]) }],
    ['says so with a reason', { headers: new Map([['auto-submitted', 'auto-generated; type=x']]) }],
    ['is sent to many', { headers: new Map([['precedence', 'Bulk']]) }],
    ['comes from a list', { headers: new Map([['list-id', '<foreldre.example.no>']]) }],
    ['wants no automatic answer', { headers: new Map([['x-auto-response-suppress', 'All']]) }],
    ['has nobody to answer', { returnPath: '' }],
    ['comes from a mail server', { from: 'MAILER-DAEMON@example.no' }],
    ['is from nobody', { from: 'no-reply@example.no' }],
  ])('%s', (_, facts) => {
    expect(isAutomatic({ ...person, ...facts })).toBe(true);
  });

  it('is not one that a person wrote', () => {
    expect(isAutomatic(person)).toBe(false);
    expect(isAutomatic({ ...person, headers: new Map([['auto-submitted', 'no']]) })).toBe(false);
    expect(isAutomatic({ ...person, from: 'noreen@example.no' })).toBe(false);
  });
});
