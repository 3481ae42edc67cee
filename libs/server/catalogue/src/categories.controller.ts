import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@kantinekortet/identity';
import { CategoriesService } from './categories.service.ts';
import { Category, CategoryList, ChangeCategoryRequest, NewCategoryRequest } from './category.dto.ts';

/** The groups of the till's grid. */
@ApiTags('catalogue')
@Controller('schools/:schoolId/categories')
export class CategoriesController {
  private readonly categories: CategoriesService;

  constructor(categories: CategoriesService) {
    this.categories = categories;
  }

  @Get()
  @Requires('support')
  @ApiOperation({ summary: 'The categories in order' })
  @ApiOkResponse({ type: CategoryList })
  async list(@Param('schoolId') schoolId: string): Promise<CategoryList> {
    return { items: await this.categories.list(schoolId) };
  }

  @Post()
  @Requires('office')
  @ApiOperation({ summary: 'Add a category behind the others' })
  @ApiCreatedResponse({ type: Category })
  add(@Param('schoolId') schoolId: string, @Body() { name }: NewCategoryRequest): Promise<Category> {
    return this.categories.add(schoolId, name);
  }

  @Patch(':id')
  @Requires('office')
  @ApiOperation({ summary: 'Rename or move a category' })
  @ApiOkResponse({ type: Category })
  change(
    @Param('schoolId') schoolId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChangeCategoryRequest,
  ): Promise<Category> {
    return this.categories.change(schoolId, id, request);
  }
}
