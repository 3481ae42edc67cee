import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class WalletDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'Øre' })
  balanceOre!: number;

  @ApiProperty({ type: 'integer', description: 'Øre that a refund under way has reserved' })
  heldOre!: number;

  @ApiProperty({ type: 'integer', description: 'Øre that can be spent: the balance without what is held' })
  availableOre!: number;

  @ApiProperty({ type: 'integer', description: 'Øre that the wallet owes' })
  claimedOre!: number;
}

export class TransactionLineDto {
  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer' })
  quantity!: number;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;
}

/** To a guardian: who paid. Another guardian is told of only where they may know of each other. */
export const payers = ['you', 'other_guardian', 'undisclosed'] as const;
export type Payer = (typeof payers)[number];

/** What a person needs to know a transaction again; which fields there are depends on its kind. */
export class TransactionSummaryDto {
  @ApiPropertyOptional({ type: 'integer' })
  receiptNumber?: number;

  @ApiPropertyOptional()
  registerName?: string;

  @ApiPropertyOptional({ type: [TransactionLineDto] })
  lines?: TransactionLineDto[];

  @ApiPropertyOptional()
  withoutCard?: boolean;

  @ApiPropertyOptional({ enum: payers, description: 'To a guardian, of what somebody paid' })
  payer?: Payer;

  @ApiPropertyOptional({ description: 'To a guardian only of own payments, as the two that follow' })
  paymentMethod?: string;

  @ApiPropertyOptional({ description: 'Of money that the office received: the slip of the terminal, or the invoice' })
  paymentReference?: string;

  @ApiPropertyOptional()
  cardBrand?: string;

  @ApiPropertyOptional()
  cardLast4?: string;

  @ApiPropertyOptional({ description: "Of a top-up that the guardian's rule made; to a guardian only of own ones" })
  isAutomatic?: boolean;

  @ApiPropertyOptional({ description: 'Of a card that was replaced' })
  oldCardNumber?: string;

  @ApiPropertyOptional({ description: 'Of the card that took its place' })
  newCardNumber?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The operation that this one takes back' })
  reversesId?: string;

  @ApiPropertyOptional({ enum: ['bank', 'merchant'], description: 'Who gave the payer a payment back, past us' })
  takenBackBy?: 'bank' | 'merchant';
}

export class TransactionDto {
  @ApiProperty({
    format: 'uuid',
    description: 'The operation; of a sale the id of its receipt, of a change of card the replacement',
  })
  id!: string;

  @ApiProperty({
    type: 'integer',
    description: "The line's number in this wallet; a change of card has that of the movement before it",
  })
  seq!: number;

  @ApiProperty({
    example: 'sale',
    description:
      'Of the operation; `claim_settlement` where a top-up paid what was owed; `card_replaced` moves nothing',
  })
  kind!: string;

  @ApiProperty({ type: 'integer', description: 'Øre, negative for what the wallet paid' })
  amountOre!: number;

  @ApiProperty({ type: 'integer' })
  balanceAfterOre!: number;

  @ApiProperty({ format: 'date-time' })
  occurredAt!: Date;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: Date;

  @ApiProperty()
  summary!: TransactionSummaryDto;
}

export class TransactionPage {
  @ApiProperty({ type: [TransactionDto] })
  items!: readonly TransactionDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class WeekSpendingDto {
  @ApiProperty({ format: 'date', description: 'The Monday, in Norway' })
  weekStart!: string;

  @ApiProperty({ type: 'integer', description: 'Øre: purchases without what was returned' })
  amountOre!: number;
}

export class WeekSpendingList {
  @ApiProperty({ type: [WeekSpendingDto] })
  items!: WeekSpendingDto[];
}

export class ClaimDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'replacement_fee', description: 'What for: a code' })
  reason!: string;

  @ApiProperty({ type: 'integer', description: 'Øre at first' })
  amountOre!: number;

  @ApiProperty({ type: 'integer', description: 'Øre still owed' })
  outstandingOre!: number;

  @ApiProperty({ format: 'date-time' })
  since!: Date;
}

export class ClaimList {
  @ApiProperty({ type: [ClaimDto], description: 'What is still owed, oldest first: the order in which it is settled' })
  items!: readonly ClaimDto[];
}
