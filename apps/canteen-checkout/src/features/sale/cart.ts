/** What the till sells, as the catalogue gives it. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly categoryId: string | null;
  readonly priceOre: number;
  readonly revisionId: string;
}

export interface CartLine {
  readonly product: Product;
  readonly quantity: number;
}

/** The lines of one purchase, in the order they were tapped. */
export type Cart = readonly CartLine[];

const maximumQuantity = 99;

export function addToCart(cart: Cart, product: Product): Cart {
  const existing = cart.find((line) => line.product.id === product.id);
  return existing ? setQuantity(cart, product.id, existing.quantity + 1) : [...cart, { product, quantity: 1 }];
}

/** Sets a line's quantity; zero takes the line away. */
export function setQuantity(cart: Cart, productId: string, quantity: number): Cart {
  const bounded = Math.min(quantity, maximumQuantity);
  return bounded < 1
    ? cart.filter((line) => line.product.id !== productId)
    : cart.map((line) => (line.product.id === productId ? { ...line, quantity: bounded } : line));
}

export function totalOre(cart: Cart): number {
  return cart.reduce((sum, { product, quantity }) => sum + product.priceOre * quantity, 0);
}

/** The same cart at the catalogue's prices of now; products that are gone fall out. */
export function repriced(cart: Cart, products: readonly Product[]): Cart {
  const current = new Map(products.map((product) => [product.id, product]));
  return cart.flatMap((line) => {
    const product = current.get(line.product.id);
    return product ? [{ ...line, product }] : [];
  });
}

/** Equal for carts that hold the same products, prices and quantities. */
export function cartKey(cart: Cart): string {
  return cart
    .map(({ product, quantity }) => `${product.revisionId}×${quantity}`)
    .sort()
    .join(' ');
}
