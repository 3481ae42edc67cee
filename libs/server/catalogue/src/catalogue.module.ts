import { Module } from '@nestjs/common';
import { IdentityModule } from '@kantinekortet/identity';
import { CatalogueService } from './catalogue.service.ts';
import { CategoriesController } from './categories.controller.ts';
import { CategoriesService } from './categories.service.ts';
import { ProductsController } from './products.controller.ts';
import { ProductsService } from './products.service.ts';

/** What the canteen sells, and for how much. */
@Module({
  imports: [IdentityModule],
  controllers: [CategoriesController, ProductsController],
  providers: [CatalogueService, CategoriesService, ProductsService],
  exports: [CatalogueService, CategoriesService, ProductsService],
})
export class CatalogueModule {}
