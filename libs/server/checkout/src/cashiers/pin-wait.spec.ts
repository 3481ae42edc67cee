import { describe, expect, it } from '@jest/globals';
import { waitAfterFailures } from './pin-wait.ts';

describe('wrong PINs', () => {
  it('cost nothing before the fifth, then a wait that doubles up to an hour', () => {
    const waits = [1, 4, 5, 6, 7, 11, 12, 13, 2000].map(waitAfterFailures);
    expect(waits).toEqual([0, 0, 30, 60, 120, 1920, 3600, 3600, 3600]);
  });
});
