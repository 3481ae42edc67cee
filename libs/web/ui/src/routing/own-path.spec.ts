import { describe, expect, it } from '@jest/globals';
import { isOwnPath } from './own-path.ts';

describe('a path of this app', () => {
  it('begins with one slash', () => {
    expect(isOwnPath('/kort?n=4812093757&k=7Q2M9XK4TD')).toBe(true);
    expect(isOwnPath('/')).toBe(true);
  });

  it.each([
    'https://example.no',
    '//example.no',
    '/\\example.no',
    '/\t/example.no',
    '/\n/example.no',
    '\t//example.no',
    'javascript:alert(1)',
    'kort',
    '',
    undefined,
  ])('is never another site, however it is written: %j', (href) => {
    expect(isOwnPath(href)).toBe(false);
  });
});
