import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paymentIdOf, topUpKeyOf } from './payment-id.ts';

describe('the id of a payment at a provider', () => {
  it('leads back to the school and the top-up, and fits every provider', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (schoolId, id) => {
        const paymentId = paymentIdOf({ schoolId, id });
        expect(paymentId).toMatch(/^[a-zA-Z0-9-]{8,64}$/);
        expect(topUpKeyOf(paymentId)).toEqual({ schoolId, id });
      }),
    );
  });

  it('is recognised: what others started is not ours', () => {
    expect(topUpKeyOf('order-1138')).toBeUndefined();
    expect(topUpKeyOf('0198c2f0-0000-7000-8000-000000000001')).toBeUndefined();
  });
});
