import type { Item } from '@kantinekortet/api-client';

export type Product = Item<'/schools/{schoolId}/products'>;
export type Category = Item<'/schools/{schoolId}/categories'>;
export type VatCode = Product['vatCode'];

export const vatCodes: readonly VatCode[] = ['exempt', 'food15', 'high25', 'low12', 'zero'];
