import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { ChangeProductRequest, NewProductRequest, OrderProductsRequest, Product, ProductList } from './product.dto.ts';
import { ProductsService } from './products.service.ts';

/** What the canteen sells, as the office edits it. */
@ApiTags('catalogue')
@Controller('schools/:schoolId/products')
export class ProductsController {
  private readonly products: ProductsService;

  constructor(products: ProductsService) {
    this.products = products;
  }

  @Get()
  @Requires('support')
  @ApiOperation({ summary: 'All products in the order of the grid' })
  @ApiOkResponse({ type: ProductList })
  async list(@Param('schoolId') schoolId: string): Promise<ProductList> {
    return { items: await this.products.list(schoolId) };
  }

  @Post()
  @Requires('office')
  @ApiOperation({ summary: 'Add a product behind the others' })
  @ApiCreatedResponse({ type: Product })
  add(
    @Param('schoolId') schoolId: string,
    @Body() request: NewProductRequest,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<Product> {
    return this.products.add({ schoolId, personId }, request);
  }

  @Put('order')
  @Requires('office')
  @HttpCode(204)
  @ApiOperation({ summary: 'Order the grid' })
  @ApiNoContentResponse()
  order(@Param('schoolId') schoolId: string, @Body() { productIds }: OrderProductsRequest): Promise<void> {
    return this.products.order(schoolId, productIds);
  }

  @Patch(':id')
  @Requires('office')
  @ApiOperation({ summary: 'Change a product; name, price and VAT make a new revision' })
  @ApiOkResponse({ type: Product })
  change(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChangeProductRequest,
    @Caller() { personId }: PersonPrincipal,
  ): Promise<Product> {
    return this.products.change({ schoolId, personId }, id, request);
  }
}
