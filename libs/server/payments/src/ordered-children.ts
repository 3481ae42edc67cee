import { InvalidInput } from '@kantinekortet/platform';
import type { StartTopUpRequest } from './top-up.dto.ts';

/** One child's part of an order. */
export interface OrderedChild {
  readonly id: string;
  readonly walletId: string;
  readonly amountOre: number;
  readonly claimId: string | null;
}

/**
 * The children of an order, the first one first, with ids as the database writes them. Each has an id and a wallet of its own: throws InvalidInput that points
 * at the sibling who has not.
 */
export function childrenOf({ id, walletId, amountOre, claimId, siblings = [] }: StartTopUpRequest): OrderedChild[] {
  const children = [{ id, walletId, amountOre, claimId }, ...siblings].map(
    (child: Omit<OrderedChild, 'claimId'> & { readonly claimId?: string | undefined }) => ({
      id: child.id.toLowerCase(),
      walletId: child.walletId.toLowerCase(),
      amountOre: child.amountOre,
      claimId: child.claimId?.toLowerCase() ?? null,
    }),
  );
  const repeats = (['id', 'walletId'] as const).flatMap((field) =>
    children.flatMap((child, index) =>
      children.findIndex((other) => other[field] === child[field]) === index
        ? []
        : [
            {
              pointer: `/siblings/${index - 1}/${field}`,
              code: 'repeated',
              detail: 'Another child of the order has it.',
            },
          ],
    ),
  );
  if (repeats.length > 0) throw new InvalidInput(repeats);
  return children;
}
