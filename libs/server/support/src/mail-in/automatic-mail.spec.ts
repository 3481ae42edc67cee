import { describe, expect, it } from '@jest/globals';
import { isAutomatic } from './automatic-mail.ts';

const person = { headers: new Map<string, string[]>(), returnPath: 'kari@example.no', from: 'kari@example.no' };

describe('a mail', () => {
  it.each([
    ['auto-submitted', 'no'],
    ['precedence', 'first-class'],
    ['content-type', 'multipart/mixed; boundary=report'],
  ])('is a person’s with %s: %s', (name, value) => {
    expect(isAutomatic({ ...person, headers: new Map([[name, [value]]]) })).toBe(false);
  });

  it.each([
    ['auto-submitted', 'auto-replied'],
    ['auto-submitted', 'auto-generated (vacation)'],
    ['precedence', 'bulk'],
    ['precedence', 'Junk'],
    ['precedence', 'list'],
    ['precedence', 'auto_reply'],
    ['list-id', '<klasse7.example.no>'],
    ['list-unsubscribe', '<mailto:x@example.no>'],
    ['feedback-id', '1:brev'],
    ['x-auto-response-suppress', 'All'],
    ['x-autoreply', 'yes'],
    ['x-autorespond', 'Ferie'],
    ['content-type', 'multipart/report; report-type=delivery-status'],
  ])('is a machine’s with %s: %s', (name, value) => {
    expect(isAutomatic({ ...person, headers: new Map([[name, [value]]]) })).toBe(true);
  });

  it.each([
    'MAILER-DAEMON',
    'postmaster',
    'no-reply',
    'noreply',
    'no_reply',
    'ikke-svar',
    'ikkje-svar',
    'donotreply',
    'noreply-x',
    'bounces',
    'autosvar',
  ])('is a machine’s from %s', (local) => {
    expect(isAutomatic({ ...person, from: `${local}@example.no` })).toBe(true);
  });

  it('is a machine’s when nobody wants its reports', () => {
    expect(isAutomatic({ ...person, returnPath: '' })).toBe(true);
  });

  it('is a person’s whose name only begins like a machine’s', () => {
    expect(isAutomatic({ ...person, from: 'noreen@example.no', returnPath: 'postmasters@example.no' })).toBe(false);
  });
});
