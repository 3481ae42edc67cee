import { describe, expect, it } from '@jest/globals';
import { assertStrong } from './password-policy.ts';
import { WeakPassword } from './weak-password.error.ts';

const kari = { name: 'Kari Nordmann Østby', email: 'kari.ostby@skolemail.example' };

function judge(password: string): string {
  try {
    assertStrong(password, kari);
    return 'strong';
  } catch (error) {
    if (!(error instanceof WeakPassword)) throw error;
    return error.extra.errors?.[0]?.code ?? '';
  }
}

describe('the password policy', () => {
  it.each(['', 'kort', 'xK9#vQ2!m', '🦒🦒🦒🦒🦒'])('calls %j too short', (password) => {
    expect(judge(password)).toBe('too_short');
  });

  it.each(['password12', 'qwertyuiop', '1234567890', 'kantinekortet', 'Sommerferie'])('calls %j common', (password) => {
    expect(judge(password)).toBe('common');
  });

  it.each([
    'sommer2026',
    'Passord123!',
    'Sommerferie2026',
    'aaaaaaaaaaaaaaaa',
    'kari.ostby@skolemail.example',
    'KariNordmann1',
    'østbyØSTBY',
    'fotball2010',
    'trondheim1',
    'p@ssw0rd'.repeat(16),
  ])('calls %j guessable', (password) => {
    expect(judge(password)).toBe('guessable');
  });

  it.each([
    'sjiraff på trommesykkel',
    'blåbærsyltetøy-16',
    'xK9#vQ2!mT',
    'correct horse battery staple',
    'ж'.repeat(3) + 'кот лампа',
  ])('takes %j', (password) => {
    expect(judge(password)).toBe('strong');
  });
});
