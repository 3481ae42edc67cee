import { MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { vatCodes, type VatCode } from './vat.ts';

const maximumPriceOre = 10_000_00;

/** A product as it is sold now. */
export class Product {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Grov baguett' })
  name!: string;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  categoryId!: string | null;

  @ApiProperty({ type: 'integer', description: 'Its place in the grid, the first being 0' })
  position!: number;

  @ApiProperty({ description: 'Whether it is sold' })
  active!: boolean;

  @ApiProperty({ type: 'integer', description: 'With VAT' })
  priceOre!: number;

  @ApiProperty({ enum: vatCodes })
  vatCode!: VatCode;

  @ApiProperty({ format: 'uuid', description: 'What a sale names: this name, price and VAT' })
  revisionId!: string;

  @ApiProperty({ type: 'integer' })
  revisionNumber!: number;
}

export class ProductList {
  @ApiProperty({ type: [Product] })
  items!: Product[];
}

export class NewProductRequest {
  @ApiProperty({ minLength: 1, maxLength: 60 })
  @Trimmed()
  @IsString()
  @Length(1, 60)
  name!: string;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  @ValidateIf((request: NewProductRequest) => request.categoryId !== null)
  @IsUUID()
  categoryId!: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: maximumPriceOre })
  @IsInt()
  @Min(0)
  @Max(maximumPriceOre)
  priceOre!: number;

  @ApiPropertyOptional({ enum: vatCodes, default: 'exempt' })
  @MayBeAbsent()
  @IsIn(vatCodes)
  vatCode: VatCode = 'exempt';
}

export class ChangeProductRequest {
  @ApiPropertyOptional({ minLength: 1, maxLength: 60 })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 60)
  name?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: maximumPriceOre })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(maximumPriceOre)
  priceOre?: number;

  @ApiPropertyOptional({ enum: vatCodes })
  @MayBeAbsent()
  @IsIn(vatCodes)
  vatCode?: VatCode;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true, description: 'Null: no category' })
  @IsOptional()
  @IsUUID()
  categoryId?: string | null;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  active?: boolean;
}

export class OrderProductsRequest {
  @ApiProperty({ type: [String], description: 'In the order of the grid; those not named follow as they were' })
  @IsArray()
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  productIds!: string[];
}
