import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formBatch } from './form-batch.ts';

interface Arrival {
  readonly number: number;
  readonly keys: readonly string[];
}

const aKey = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const arrivals = fc
  .array(fc.uniqueArray(aKey, { minLength: 1, maxLength: 2 }), { maxLength: 40 })
  .map((all) => all.map((keys, number): Arrival => ({ number, keys })));
const inFlight = fc.uniqueArray(aKey, { maxLength: 3 }).map((keys) => new Set<string>(keys));
const size = fc.integer({ min: 1, max: 8 });

describe('a batch', () => {
  it('never holds two sales with a common key, nor one whose key is in flight', () => {
    fc.assert(
      fc.property(arrivals, inFlight, size, (sales, busy, maximumSize) => {
        const keys = formBatch(sales, busy, maximumSize).batch.flatMap((sale) => sale.keys);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => busy.has(key))).toEqual([]);
      }),
    );
  });

  it('loses no sale, doubles none, and is never larger than allowed', () => {
    fc.assert(
      fc.property(arrivals, inFlight, size, (sales, busy, maximumSize) => {
        const { batch, waiting } = formBatch(sales, busy, maximumSize);
        expect(batch.length).toBeLessThanOrEqual(maximumSize);
        expect([...batch, ...waiting].map((sale) => sale.number).sort((a, b) => a - b)).toEqual(
          sales.map((sale) => sale.number),
        );
      }),
    );
  });

  it('keeps the order of arrival among sales with a common key', () => {
    fc.assert(
      fc.property(arrivals, inFlight, size, (sales, busy, maximumSize) => {
        const { batch, waiting } = formBatch(sales, busy, maximumSize);
        for (const late of batch) {
          const overtaken = waiting.filter((early) => early.number < late.number);
          expect(overtaken.filter((early) => early.keys.some((key) => late.keys.includes(key)))).toEqual([]);
        }
      }),
    );
  });

  it('takes the first sale whenever its keys are free, so that nothing waits for ever', () => {
    fc.assert(
      fc.property(arrivals, size, (sales, maximumSize) => {
        expect(formBatch(sales, new Set(), maximumSize).batch[0]).toBe(sales[0]);
      }),
    );
  });
});
