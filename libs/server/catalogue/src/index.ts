export { CatalogueModule } from './catalogue.module.ts';
export { CatalogueService } from './catalogue.service.ts';
export { CategoriesService } from './categories.service.ts';
export { ProductsService, type CatalogueEditor } from './products.service.ts';
export type { TillCatalogue, TillCategory, TillProduct } from './till-catalogue.ts';
export { vatCodes, vatRatePercent, type VatCode } from './vat.ts';
