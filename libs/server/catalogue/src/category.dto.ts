import { MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, Length, Min } from 'class-validator';

/** A group of products in the till's grid. */
export class Category {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Varm mat' })
  name!: string;

  @ApiProperty({ type: 'integer', description: 'Its place, the first being 0' })
  position!: number;
}

export class CategoryList {
  @ApiProperty({ type: [Category] })
  items!: Category[];
}

export class NewCategoryRequest {
  @ApiProperty({ minLength: 1, maxLength: 40 })
  @Trimmed()
  @IsString()
  @Length(1, 40)
  name!: string;
}

export class ChangeCategoryRequest {
  @ApiPropertyOptional({ minLength: 1, maxLength: 40 })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 40)
  name?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Its new place; the others make room' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  position?: number;
}
