import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const maximumLines = 50;
const maximumQuantity = 99;
/** Of all that ISO 8601 allows, what a till writes and PostgreSQL reads. */
const utcMoment = /^20\d{2}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/;

export class SaleLineRequest {
  @ApiProperty({ format: 'uuid', description: 'The revision of the product whose price the till showed' })
  @IsUUID()
  revisionId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: maximumQuantity })
  @IsInt()
  @Min(1)
  @Max(maximumQuantity)
  quantity!: number;
}

/** Exactly one of `cardToken` and `pupilId` says who buys. */
export class SellRequest {
  @ApiProperty({ format: 'uuid', description: "The till's own id of the sale; sent again after a time-out" })
  @IsUUID()
  id!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  cashierSessionId!: string;

  @ApiPropertyOptional({ description: 'What the scanner read' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  cardToken?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A pupil without card, if the school allows it' })
  @MayBeAbsent()
  @IsUUID()
  pupilId?: string;

  @ApiProperty({ type: [SaleLineRequest], minItems: 1, maxItems: maximumLines })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(maximumLines)
  @ValidateNested({ each: true })
  @Type(() => SaleLineRequest)
  lines!: SaleLineRequest[];

  @ApiProperty({ type: 'integer', minimum: 1, description: 'The total that the till showed' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  totalOre!: number;

  @ApiProperty({ format: 'date-time', description: 'When the pupil bought, in UTC' })
  @Matches(utcMoment)
  @IsISO8601({ strict: true, strictSeparator: true })
  occurredAt!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: "The till's count of its own sales" })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  registerCounter!: number;
}

export class SaleHolderDto {
  @ApiProperty()
  firstName!: string;

  @ApiProperty()
  initials!: string;

  @ApiProperty({ type: String, nullable: true })
  className!: string | null;
}

export class SaleLineDto {
  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer' })
  quantity!: number;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;
}

export class SoldDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['sold'] })
  outcome!: 'sold';

  @ApiProperty({ type: 'integer', description: 'Numbered per register, without gaps' })
  receiptNumber!: number;

  @ApiProperty({ type: 'integer' })
  totalOre!: number;

  @ApiProperty({ type: 'integer', description: 'What the pupil can spend after this sale' })
  balanceOre!: number;

  @ApiProperty({ type: SaleHolderDto })
  pupil!: SaleHolderDto;

  @ApiProperty({ type: [SaleLineDto] })
  lines!: SaleLineDto[];

  @ApiProperty()
  registerName!: string;

  @ApiProperty({ format: 'date-time' })
  occurredAt!: string;

  @ApiProperty({ description: 'The pupil was found by name' })
  withoutCard!: boolean;
}

export class ReceiptDto extends SoldDto {
  @ApiProperty()
  schoolName!: string;

  @ApiProperty()
  cashierName!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The receipt of its return, if it was returned' })
  returnedByReceiptNumber!: number | null;
}

export class ReceiptPage {
  @ApiProperty({ type: [ReceiptDto] })
  items!: readonly ReceiptDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** `given_up`: the id can never be booked now. `sold`: it had been booked, and the rest of its receipt is here too. */
export class GiveUpDto extends PartialType(OmitType(ReceiptDto, ['id', 'outcome'] as const)) {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['sold', 'given_up'] })
  outcome!: 'sold' | 'given_up';
}
