import { MayBeAbsent, PageQuery } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsPositive, IsUUID, Max } from 'class-validator';
import { refundPartStatuses, type RefundPartStatus } from '../refund-part-status.ts';
import { PayersAccountView, WaitingReasonView } from '../refund.dto.ts';

const origins = ['guardian', 'office', 'leaver'] as const;
const payerKinds = ['person', 'household'] as const;
export const refundFilters = ['to_approve', 'open', 'all'] as const;
export type RefundFilter = (typeof refundFilters)[number];

export class OfficeRefundsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: refundFilters, default: 'all', description: '`open`: not all of it has arrived' })
  @MayBeAbsent()
  @IsIn(refundFilters)
  filter: RefundFilter = 'all';

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  pupilId?: string;
}

/** Asks for the household's money, under an id that the client makes. */
export class HouseholdRefundRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  pupilId!: string;

  @ApiProperty({ format: 'uuid', description: 'The account that the family gave' })
  @IsUUID()
  payoutAccountId!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Absent for everything' })
  @MayBeAbsent()
  @IsInt()
  @IsPositive()
  @Max(100_000_000)
  amountOre?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'The support case that it is done from' })
  @MayBeAbsent()
  @IsUUID()
  caseId?: string;
}

export class HouseholdAccountView extends PayersAccountView {
  @ApiProperty()
  holderName!: string;
}

export class HouseholdMoneyView {
  @ApiProperty({ type: 'integer', description: 'What is left of money that the office received, after what is owed' })
  refundableOre!: number;

  @ApiProperty({ type: HouseholdAccountView, nullable: true, description: 'The account that the family gave' })
  account!: HouseholdAccountView | null;
}

export class OfficeRefundPartView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['provider', 'bank'] })
  route!: 'provider' | 'bank';

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ enum: refundPartStatuses })
  status!: RefundPartStatus;

  @ApiProperty({ description: 'Somebody at the office has to agree, and nobody has yet' })
  isToApprove!: boolean;

  @ApiProperty({ description: 'The caller recorded the money or the account, or asked: somebody else has to approve' })
  isMine!: boolean;

  @ApiProperty({ type: [WaitingReasonView] })
  waitsFor!: WaitingReasonView[];

  @ApiProperty({ type: String, nullable: true })
  holderName!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of the bank account, or of the card' })
  last4!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who entered the bank account' })
  accountRecordedBy!: string | null;

  @ApiProperty({ type: String, nullable: true })
  approvedBy!: string | null;
}

export class DifferingDay {
  @ApiProperty({ format: 'date' })
  day!: string;

  @ApiProperty({ type: 'integer', description: 'What the terminal said less what the receipts came to' })
  differenceOre!: number;

  @ApiProperty({ description: 'Why, as who closed it says' })
  note!: string;

  @ApiProperty()
  closedBy!: string;
}

export class OfficeRefundView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  pupilName!: string;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ enum: payerKinds, description: '`household`: money that the office received' })
  payerKind!: (typeof payerKinds)[number];

  @ApiProperty({ enum: origins })
  origin!: (typeof origins)[number];

  @ApiProperty({ type: String, nullable: true, description: 'The person at the school who asked for it' })
  askedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  askedAt!: Date;

  @ApiProperty({
    type: [DifferingDay],
    description: "Days on which the household's money was received by a bank terminal that said something else",
  })
  differingDays!: DifferingDay[];

  @ApiProperty({ type: [OfficeRefundPartView] })
  parts!: OfficeRefundPartView[];
}

export class OfficeRefundPage {
  @ApiProperty({ type: [OfficeRefundView] })
  items!: OfficeRefundView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
