import { MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsString, IsUUID, Length, MaxLength, Min } from 'class-validator';
import { blockReasons, type BlockReason } from '../card-status.ts';

export class ReplacementQuoteQuery {
  @ApiProperty({ enum: blockReasons })
  @IsIn(blockReasons)
  reason!: BlockReason;

  @ApiPropertyOptional({ default: false, description: 'As if the office waived it' })
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  waived: boolean = false;
}

export class ReplacementQuoteDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Which loss of the enrolment it is; null when none' })
  lossNumber!: number | null;

  @ApiProperty()
  countsAsLoss!: boolean;

  @ApiProperty({ type: 'integer' })
  feeOre!: number;

  @ApiProperty({ type: 'integer', description: 'Of the fee, what is taken from the balance' })
  drawnOre!: number;

  @ApiProperty({ type: 'integer', description: 'Of the fee, what will be owed: the lunch floor is never touched' })
  claimedOre!: number;

  @ApiProperty({ type: 'integer' })
  balanceOre!: number;

  @ApiProperty({ type: 'integer' })
  balanceAfterOre!: number;
}

/** The same body again gets the same answer. */
export class PrintReplacementRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({ enum: blockReasons })
  @IsIn(blockReasons)
  reason!: BlockReason;

  @ApiPropertyOptional({ description: "What the damaged card's QR code says; must be there when it is damaged" })
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  damagedCardToken?: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'The fee that the screen showed' })
  @IsInt()
  @Min(0)
  expectedFeeOre!: number;

  @ApiPropertyOptional({ description: 'Why no fee is taken; for a theft, why it does not count as a loss' })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 500)
  waiverReason?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The support case that it is done from' })
  @MayBeAbsent()
  @IsUUID()
  caseId?: string;
}

export class ReplaceCardRequest extends PrintReplacementRequest {
  @ApiProperty({ description: "What the QR code of a card from stock says; it becomes the pupil's" })
  @IsString()
  @MaxLength(100)
  newCardToken!: string;
}

export class ReplacementCardDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  number!: string;
}

export class ReplacementDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: blockReasons })
  reason!: BlockReason;

  @ApiProperty()
  oldCard!: ReplacementCardDto;

  @ApiProperty()
  newCard!: ReplacementCardDto;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Which loss of the enrolment it was; null when none' })
  lossNumber!: number | null;

  @ApiProperty({ type: 'integer' })
  feeOre!: number;

  @ApiProperty({ type: 'integer' })
  drawnOre!: number;

  @ApiProperty({ type: 'integer', description: 'What was owed then' })
  claimedOre!: number;

  @ApiProperty({ type: 'integer', description: 'Right after the fee' })
  balanceAfterOre!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was waived, before or after' })
  waiverReason!: string | null;

  @ApiProperty({ format: 'date-time' })
  replacedAt!: Date;
}

export class ListedReplacementDto extends ReplacementDto {
  @ApiProperty({ description: 'Whether the office can still take back its fee, or that a theft counts' })
  isWaivable!: boolean;
}

export class ReplacementList {
  @ApiProperty({ type: [ListedReplacementDto], description: 'Newest first' })
  items!: readonly ListedReplacementDto[];
}

export class WaiveReplacementRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;

  @ApiProperty()
  @Trimmed()
  @IsString()
  @Length(1, 500)
  reason!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The support case that it is done from' })
  @MayBeAbsent()
  @IsUUID()
  caseId?: string;
}

export class ReplacementWaiverDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'Given back to the wallet' })
  returnedOre!: number;

  @ApiProperty({ type: 'integer', description: 'No longer owed' })
  forgivenOre!: number;
}
