import { describe, expect, it } from '@jest/globals';
import { addToCart, cartKey, repriced, setQuantity, totalOre, type Cart, type Product } from './cart.ts';

const baguette: Product = { id: 'a', name: 'Baguett', categoryId: null, priceOre: 4500, revisionId: 'a1' };
const milk: Product = { id: 'b', name: 'Melk', categoryId: null, priceOre: 1200, revisionId: 'b1' };
const lunch: Cart = addToCart(addToCart(addToCart([], baguette), milk), milk);

describe('the cart', () => {
  it('counts a product that is tapped again', () => {
    expect(lunch).toEqual([
      { product: baguette, quantity: 1 },
      { product: milk, quantity: 2 },
    ]);
    expect(totalOre(lunch)).toBe(6900);
  });

  it('loses a line at zero and stops at 99', () => {
    expect(setQuantity(lunch, 'b', 0)).toEqual([{ product: baguette, quantity: 1 }]);
    expect(setQuantity(lunch, 'b', 1000)[1]).toMatchObject({ quantity: 99 });
  });

  it('takes the new price after a change, and drops what is no longer sold', () => {
    expect(repriced(lunch, [{ ...milk, priceOre: 1300, revisionId: 'b2' }])).toEqual([
      { product: { ...milk, priceOre: 1300, revisionId: 'b2' }, quantity: 2 },
    ]);
  });

  it('is the same purchase in any order of taps', () => {
    const other = addToCart(addToCart(addToCart([], milk), baguette), milk);
    expect(cartKey(other)).toBe(cartKey(lunch));
    expect(cartKey(addToCart(other, milk))).not.toBe(cartKey(lunch));
  });
});
