import { ApiProperty } from '@nestjs/swagger';

export class TillCategoryDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer' })
  position!: number;
}

export class TillProductDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  categoryId!: string | null;

  @ApiProperty({ type: 'integer' })
  position!: number;

  @ApiProperty({ type: 'integer' })
  priceOre!: number;

  @ApiProperty({ format: 'uuid', description: 'What a sale line names: this name, price and VAT' })
  revisionId!: string;
}

export class TillCatalogueDto {
  @ApiProperty({ description: 'Equal versions mean equal content' })
  version!: string;

  @ApiProperty({ type: [TillCategoryDto] })
  categories!: readonly TillCategoryDto[];

  @ApiProperty({ type: [TillProductDto] })
  products!: readonly TillProductDto[];
}
