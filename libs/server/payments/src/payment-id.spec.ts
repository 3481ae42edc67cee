import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paymentIdOf, paymentKeyOf } from './payment-id.ts';

describe('the id of a payment at a provider', () => {
  it('leads back to the school and the first top-up, and fits every provider', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (paymentSchoolId, paymentId) => {
        const name = paymentIdOf({ paymentSchoolId, paymentId });
        expect(name).toMatch(/^[a-zA-Z0-9-]{8,64}$/);
        expect(paymentKeyOf(name)).toEqual({ paymentSchoolId, paymentId });
      }),
    );
  });

  it('is recognised: what others started is not ours', () => {
    expect(paymentKeyOf('order-1138')).toBeUndefined();
    expect(paymentKeyOf('0198c2f0-0000-7000-8000-000000000001')).toBeUndefined();
  });
});
