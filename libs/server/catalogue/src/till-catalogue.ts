/** What a till shows and sells. Equal versions mean equal content. */
export interface TillCatalogue {
  readonly version: string;
  readonly categories: readonly TillCategory[];
  readonly products: readonly TillProduct[];
}

export interface TillCategory {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

export interface TillProduct {
  readonly id: string;
  readonly name: string;
  readonly categoryId: string | null;
  readonly position: number;
  readonly priceOre: number;
  readonly revisionId: string;
}
