import { MayBeAbsent, PageQuery } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsPositive, IsUUID, Max } from 'class-validator';
import { refundPartStatuses, type RefundPartStatus } from './refund-part-status.ts';
import { waitingKinds, type WaitingReason } from './waiting-reasons.ts';

const routes = ['provider', 'bank'] as const;
const maximumOre = 100_000_000;

/** Asks for money back under an id that the client makes; the same body again gets the same answer. */
export class AskRefundRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  walletId!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, example: 20_000, description: 'Absent for everything' })
  @MayBeAbsent()
  @IsInt()
  @IsPositive()
  @Max(maximumOre)
  amountOre?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'Where the bank sends what no provider takes back' })
  @MayBeAbsent()
  @IsUUID()
  payoutAccountId?: string;
}

export class RefundableQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'How much is wanted; absent for everything' })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  @Max(maximumOre)
  amountOre?: number;
}

export class RefundsQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  walletId?: string;
}

/** One way that money goes back. */
export class RefundWayView {
  @ApiProperty({ enum: routes, description: '`provider`: back to the card or app that paid. `bank`: to an account' })
  route!: (typeof routes)[number];

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ type: String, nullable: true, description: 'The payment provider that it goes back through' })
  provider!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the payer calls the app that paid; null for a bank card',
  })
  app!: string | null;

  @ApiProperty({ type: String, nullable: true })
  cardBrand!: string | null;

  @ApiProperty({ type: String, nullable: true })
  cardLast4!: string | null;

  @ApiProperty({ type: String, format: 'date', description: 'The day on which it should be there, at the latest' })
  expectedOn!: string;

  @ApiProperty({ description: 'Somebody at the school has to agree first' })
  needsApproval!: boolean;
}

export class PayersAccountView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'The last four digits of the account number' })
  last4!: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'From when the bank may send to it' })
  usableAt!: Date;
}

export class RefundableView {
  @ApiProperty({ format: 'uuid' })
  walletId!: string;

  @ApiProperty({ description: 'First name of the pupil whose wallet it is' })
  firstName!: string;

  @ApiProperty()
  schoolName!: string;

  @ApiProperty({ type: 'integer', description: "What is left of the caller's own money, after what is owed" })
  refundableOre!: number;

  @ApiProperty({ type: 'integer', description: 'What others have paid: only they can have it back' })
  othersOre!: number;

  @ApiProperty({ type: 'integer', description: 'What is owed and will be settled first' })
  claimedOre!: number;

  @ApiProperty({ type: [RefundWayView], description: 'Where the amount asked about would go' })
  ways!: RefundWayView[];

  @ApiProperty({ type: PayersAccountView, nullable: true, description: "The caller's bank account at this school" })
  account!: PayersAccountView | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Everything may wait for tills so long',
  })
  registersUntil!: Date | null;
}

export class FormerWalletView {
  @ApiProperty({ format: 'uuid' })
  walletId!: string;

  @ApiProperty({ description: 'First name of the pupil whose wallet it is' })
  firstName!: string;

  @ApiProperty()
  schoolName!: string;

  @ApiProperty({ type: 'integer', description: "What is left of the caller's own money, after what is owed" })
  refundableOre!: number;
}

export class FormerWalletList {
  @ApiProperty({ type: [FormerWalletView] })
  items!: FormerWalletView[];
}

export class WaitingReasonView {
  @ApiProperty({ enum: waitingKinds })
  kind!: WaitingReason['kind'];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until!: Date | null;
}

export class RefundPartView extends RefundWayView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: refundPartStatuses })
  status!: RefundPartStatus;

  @ApiProperty({ type: [WaitingReasonView], description: 'Why it is not sent yet' })
  waitsFor!: WaitingReasonView[];

  @ApiProperty({ type: String, nullable: true, description: 'The last four digits of the bank account' })
  accountLast4!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  confirmedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was on the wallet again' })
  endedAt!: Date | null;
}

export class RefundView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  walletId!: string;

  @ApiProperty({ description: 'First name of the pupil whose wallet it is' })
  firstName!: string;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  askedAt!: Date;

  @ApiProperty({ description: 'Some of it has not left, and can be taken back' })
  canCancel!: boolean;

  @ApiProperty({ type: [RefundPartView] })
  parts!: RefundPartView[];
}

export class RefundPage {
  @ApiProperty({ type: [RefundView] })
  items!: RefundView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
