import { describe, expect, it } from '@jest/globals';
import { drawPairingCode, readPairingCode } from './pairing-code.ts';

describe('a pairing code', () => {
  it('has eight characters that cannot be mistaken for each other', () => {
    for (let drawn = 0; drawn < 200; drawn += 1) expect(drawPairingCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it('is read as people type it', () => {
    expect(readPairingCode(' ab1o-il9z ')).toBe('AB10119Z');
  });

  it('is read unchanged when typed as it was drawn', () => {
    const code = drawPairingCode();
    expect(readPairingCode(code)).toBe(code);
  });
});
