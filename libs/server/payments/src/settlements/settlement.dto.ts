import { IsDay, MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { payoutLineKinds, type PayoutLineKind } from '@kantinekortet/providers';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

/** Larger than what any school is paid at a time. */
const maximumOre = 100_000_000_00;
const methodText = 'How the families paid: `card`, `terminal`, `invoice`, or the name of the payer’s app';

/** Money that came to the client account, as a person saw it there. */
export class EnterSettlementRequest {
  @ApiProperty({ format: 'uuid', description: 'Made by the client: the same request again gets the first answer' })
  @IsUUID()
  id!: string;

  @ApiProperty({ description: 'A clearing account of the school', example: 'office_terminal' })
  @IsString()
  @Matches(/^[a-z][a-z0-9_]{1,30}$/)
  clearing!: string;

  @ApiProperty({ format: 'date', description: 'The day on which the bank had it' })
  @IsDay()
  receivedOn!: string;

  @ApiProperty({ type: 'integer', description: 'What the client account got, in øre; negative when it was collected' })
  @IsInt()
  @Min(-maximumOre)
  @Max(maximumOre)
  receivedOre!: number;

  @ApiProperty({ type: 'integer', description: 'What was kept for the work, in øre; negative when costs came back' })
  @IsInt()
  @Min(-maximumOre)
  @Max(maximumOre)
  costOre!: number;

  @ApiProperty({ minLength: 1, maxLength: 100, description: 'What the bank’s statement calls it' })
  @Trimmed()
  @IsString()
  @Length(1, 100)
  reference!: string;

  @ApiPropertyOptional({ maxLength: 500 })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 500)
  note?: string;
}

export class SettlementDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: methodText })
  method!: string;

  @ApiProperty({ enum: ['report', 'person'], description: 'A provider’s report, or a person’s word' })
  source!: 'report' | 'person';

  @ApiProperty({ description: 'The provider’s id of the payout, or what the bank’s statement calls it' })
  reference!: string;

  @ApiProperty({ type: 'integer', description: '2 and on: lines of the report that were known only later' })
  number!: number;

  @ApiProperty({ format: 'date' })
  receivedOn!: string;

  @ApiProperty({ type: 'integer', description: 'What left the clearing account, in øre' })
  grossOre!: number;

  @ApiProperty({ type: 'integer', description: 'What was kept for the work' })
  costOre!: number;

  @ApiProperty({ type: 'integer', description: 'What the client account got' })
  netOre!: number;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The name of who entered it' })
  recordedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: Date;
}

export class SettlementPage {
  @ApiProperty({ type: [SettlementDto] })
  items!: readonly SettlementDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** A line of a settlement, as far as it is the school's. */
export class SettlementLineDto {
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: payoutLineKinds })
  kind!: PayoutLineKind;

  @ApiProperty({ description: 'The provider’s id of the line' })
  lineReference!: string;

  @ApiProperty({ format: 'uuid', description: 'The top-up, the refund’s part or the chargeback that it is' })
  subjectId!: string;

  @ApiProperty({ type: 'integer', description: 'In øre; what went back to a payer is negative' })
  amountOre!: number;

  @ApiProperty({ type: 'integer' })
  costOre!: number;
}

export class SettlementLinePage {
  @ApiProperty({ type: [SettlementLineDto] })
  items!: readonly SettlementLineDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** Where money waits until it is on the client account. */
export class ClearingDto {
  @ApiProperty()
  clearing!: string;

  @ApiProperty({ description: methodText })
  method!: string;

  @ApiProperty({ type: 'integer', description: 'Booked on cards and not yet received, in øre' })
  waitingOre!: number;

  @ApiProperty({ description: 'Its settlements come in by themselves' })
  hasReports!: boolean;
}

/** A line of a provider's report that is not what was booked here. */
export class OpenLineDto {
  @ApiProperty({ description: methodText })
  method!: string;

  @ApiProperty({ description: 'The provider’s id of the payout' })
  reference!: string;

  @ApiProperty({ format: 'date' })
  receivedOn!: string;

  @ApiProperty({ enum: payoutLineKinds })
  kind!: PayoutLineKind;

  @ApiProperty({ description: 'The provider’s id of the line' })
  lineReference!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The provider’s id of the payment, refund or dispute' })
  subjectReference!: string | null;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ type: 'integer' })
  costOre!: number;
}

export class ClearingsDto {
  @ApiProperty({ type: [ClearingDto] })
  clearings!: readonly ClearingDto[];

  @ApiProperty({ type: [OpenLineDto], description: 'Newest first, at most 100; asked of the merchant’s first school' })
  openLines!: readonly OpenLineDto[];
}
