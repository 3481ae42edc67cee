import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ScanBuffer, type Scan } from './scan-buffer.ts';

const isToken = (text: string) => /^KK1[0-9A-Z]{10}$/.test(text);
const token = 'KK10123456789';
const card = { kind: 'card', text: token };
const keysOf = (text: string): string[] => Array.from(text);

function type(buffer: ScanBuffer, keys: readonly string[], gapMs: number, startMs = 0): (Scan | undefined)[] {
  return keys.map((key, index) => buffer.push(key, startMs + index * gapMs));
}

describe('the scan buffer', () => {
  it('reads a token that a scanner types, also in lower case', () => {
    const buffer = new ScanBuffer(isToken);
    expect(type(buffer, [...keysOf(token.toLowerCase()), 'Enter'], 5).at(-1)).toEqual(card);
  });

  it('ignores the same keys at the pace of a person', () => {
    const buffer = new ScanBuffer(isToken);
    expect(type(buffer, [...keysOf(token), 'Enter'], 150).every((scan) => scan === undefined)).toBe(true);
  });

  it('tells what is no card from one, and reads the next card all the same', () => {
    const buffer = new ScanBuffer(isToken);
    const milk = '7038010001234';
    expect(type(buffer, [...keysOf(milk), 'Enter'], 5).at(-1)).toEqual({ kind: 'foreign', text: milk });
    expect(type(buffer, [...keysOf(token), 'Tab'], 5, 1000).at(-1)).toEqual(card);
  });

  it('does not take a quick hand for a scanner', () => {
    expect(type(new ScanBuffer(isToken), [...keysOf('bolle'), 'Enter'], 60).at(-1)).toBeUndefined();
  });

  it('is not confused by keys typed before the scan', () => {
    const buffer = new ScanBuffer(isToken);
    type(buffer, ['q', 'x'], 200);
    expect(type(buffer, [...keysOf(token), 'Enter'], 10, 5000).at(-1)).toEqual(card);
  });

  it('never sees a card in 500 people typing and always in 500 scans', () => {
    const key = fc.constantFrom(...keysOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'), 'Enter', 'Shift', 'Tab');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.integer({ min: 101, max: 900 })), { maxLength: 40 }), (keys) => {
        const buffer = new ScanBuffer(isToken);
        let atMs = 0;
        const scans = keys.map(([name, gapMs]) => buffer.push(name, (atMs += gapMs)));
        expect(scans.filter((scan) => scan !== undefined)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 14, maxLength: 14 }), (gapsMs) => {
        const buffer = new ScanBuffer(isToken);
        let atMs = 10_000;
        const scans = [...keysOf(token), 'Enter'].map((name, index) => buffer.push(name, (atMs += gapsMs[index] ?? 0)));
        expect(scans.at(-1)).toEqual(card);
      }),
      { numRuns: 500 },
    );
  });
});
