import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CategoriesService } from './categories.service.ts';
import { ProductsService } from './products.service.ts';
import type { TillCatalogue } from './till-catalogue.ts';

/** The catalogue as tills read it. */
@Injectable()
export class CatalogueService {
  private readonly categories: CategoriesService;
  private readonly products: ProductsService;

  constructor(categories: CategoriesService, products: ProductsService) {
    this.categories = categories;
    this.products = products;
  }

  /** What is sold now: active products and the categories that have some, each in the order of the grid. */
  async forTill(schoolId: string): Promise<TillCatalogue> {
    const [allCategories, allProducts] = await Promise.all([
      this.categories.list(schoolId),
      this.products.list(schoolId),
    ]);
    const sold = allProducts.filter(({ active }) => active);
    const used = new Set(sold.map(({ categoryId }) => categoryId));
    const categories = allCategories.filter(({ id }) => used.has(id));
    const products = sold.map(({ id, name, categoryId, position, priceOre, revisionId }) => {
      return { id, name, categoryId, position, priceOre, revisionId };
    });
    const content = JSON.stringify([categories, products]);
    const version = createHash('sha256').update(content).digest('base64url').slice(0, 16);
    return { version, categories, products };
  }
}
