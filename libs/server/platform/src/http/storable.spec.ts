import { describe, expect, it } from '@jest/globals';
import { findUnstorable, isStorable } from './storable.ts';

describe('what can be stored', () => {
  it.each(['', 'Åse Øvrebø', '👩‍👩‍👧', 'line\nbreak'])('takes %j', (text) => {
    expect(isStorable(text)).toBe(true);
  });

  it.each(['a\0b', '\ud800', 'x\udc00y'])('refuses %j', (text) => {
    expect(isStorable(text)).toBe(false);
  });

  it('points to the text that cannot be stored', () => {
    expect(findUnstorable({ lines: [{ name: 'Melk' }, { 'a/b': 'x\0' }] })).toBe('/lines/1/a~1b');
  });

  it('passes an ordinary body, a file and an absent one', () => {
    expect(findUnstorable({ name: 'Melk', lines: [{ quantity: 2 }], classId: null })).toBeUndefined();
    expect(findUnstorable(Buffer.alloc(200))).toBeUndefined();
    expect(findUnstorable(undefined)).toBeUndefined();
  });

  it('refuses what is nested too deeply, has too many fields or too many items', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 11; level += 1) deep = [deep];
    expect(findUnstorable(deep)).toBe('/0'.repeat(10));
    expect(findUnstorable(Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`k${index}`, 0])))).toBe('');
    expect(findUnstorable({ lines: new Array(20_001).fill(0) })).toBe('/lines');
  });
});
