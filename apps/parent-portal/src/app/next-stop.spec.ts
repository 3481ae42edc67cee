import { describe, expect, it } from '@jest/globals';
import { isOwnPath } from './next-stop.ts';

describe('the next stop after signing in', () => {
  it('is a path of this portal', () => {
    expect(isOwnPath('/kort?n=4812093757&k=7Q2M9XK4TD')).toBe(true);
  });

  it('is never another site, however it is written', () => {
    for (const href of ['https://example.no', '//example.no', '/\\example.no', 'javascript:alert(1)', '', undefined]) {
      expect(isOwnPath(href)).toBe(false);
    }
  });
});
