import { IsDay, languages, MayBeAbsent, PageQuery, Trimmed, type Language } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsInt, IsPositive, IsString, IsUUID, Length, Max, MaxLength } from 'class-validator';

/** Cash is not taken: there is no such method. */
export const receiptMethods = ['terminal', 'invoice'] as const;
export type ReceiptMethod = (typeof receiptMethods)[number];

/** Money that the office has received, under an id that the client makes. */
export class ReceiveMoneyRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({ type: 'integer', minimum: 1, example: 20_000 })
  @IsInt()
  @IsPositive()
  @Max(100_000_000)
  amountOre!: number;

  @ApiProperty({ enum: receiptMethods })
  @IsIn(receiptMethods)
  method!: ReceiptMethod;

  @ApiProperty({ maxLength: 40, description: 'The number of the terminal’s slip, or of the invoice' })
  @Trimmed()
  @IsString()
  @Length(1, 40)
  reference!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  paidOn!: string;

  @ApiPropertyOptional({ maxLength: 100 })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 100)
  payerName?: string;

  @ApiPropertyOptional({ format: 'email', description: 'Where the receipt is mailed; not stored' })
  @MayBeAbsent()
  @IsEmail()
  @MaxLength(254)
  email?: string;

  @ApiPropertyOptional({ enum: languages, default: 'nb', description: 'Of the mail' })
  @MayBeAbsent()
  @IsIn(languages)
  language: Language = 'nb';
}

export class ReverseReceiptRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({ maxLength: 500 })
  @Trimmed()
  @IsString()
  @Length(1, 500)
  reason!: string;
}

export class ReceiptListQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  pupilId?: string;

  @ApiPropertyOptional({ format: 'date' })
  @MayBeAbsent()
  @IsDay()
  paidOn?: string;

  @ApiPropertyOptional({ enum: receiptMethods })
  @MayBeAbsent()
  @IsIn(receiptMethods)
  method?: ReceiptMethod;
}

export class ReceiptPdfQuery {
  @ApiPropertyOptional({ enum: languages, default: 'nb' })
  @MayBeAbsent()
  @IsIn(languages)
  language: Language = 'nb';
}

export class ReceiptReversalDto {
  @ApiProperty()
  reason!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The name of who reversed it' })
  reversedBy!: string | null;

  @ApiProperty({ format: 'date-time' })
  reversedAt!: string;
}

export class OfficeReceiptDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  pupilName!: string;

  @ApiProperty()
  className!: string;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ enum: receiptMethods })
  method!: ReceiptMethod;

  @ApiProperty()
  reference!: string;

  @ApiProperty({ format: 'date' })
  paidOn!: string;

  @ApiProperty({ type: String, nullable: true })
  payerName!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The name of who recorded it' })
  receivedBy!: string | null;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: Date;

  @ApiProperty({ type: 'integer', description: 'How much of it paid what the wallet owed' })
  settledOre!: number;

  @ApiProperty({ type: 'integer', description: 'What was on the wallet afterwards' })
  balanceOre!: number;

  @ApiProperty({ type: ReceiptReversalDto, nullable: true })
  reversal!: ReceiptReversalDto | null;
}

export class OfficeReceiptPage {
  @ApiProperty({ type: [OfficeReceiptDto] })
  items!: readonly OfficeReceiptDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
