import { IsDay, Trimmed } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { payoutLineStatuses, payoutStatuses, type PayoutLineStatus, type PayoutStatus } from './payout-status.ts';

export class BankSettingsDto {
  @ApiProperty({ type: String, nullable: true, description: "The merchant's client account, 11 digits" })
  accountNumber!: string | null;

  @ApiProperty({ type: String, nullable: true })
  bic!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the bank knows the sender of payment files by' })
  customerId!: string | null;
}

export class BankAgreementRequest {
  @ApiProperty({ maxLength: 35 })
  @Trimmed()
  @Matches(/^[A-Za-z0-9]{1,35}$/)
  customerId!: string;
}

export class PreparePayoutRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;
}

export class SettlePayoutRequest {
  @ApiProperty({ format: 'date', description: 'The day on which the bank booked it' })
  @IsDay()
  bookedOn!: string;
}

export class ReturnLineRequest extends SettlePayoutRequest {
  @ApiProperty({ maxLength: 200 })
  @Trimmed()
  @IsString()
  @Length(1, 200)
  reason!: string;
}

export class PayoutSummary {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer', description: "The school's first, second … file" })
  number!: number;

  @ApiProperty({ description: "The file's own id, which the bank takes once" })
  messageId!: string;

  @ApiProperty({ enum: payoutStatuses })
  status!: PayoutStatus;

  @ApiProperty({ type: 'integer' })
  lineCount!: number;

  @ApiProperty({ type: 'integer' })
  totalOre!: number;

  @ApiProperty({ type: 'integer', description: 'Lines that neither the bank nor a person has answered for' })
  openCount!: number;

  @ApiProperty({ type: 'integer' })
  returnedCount!: number;

  @ApiProperty({ type: String, format: 'date', description: 'The day on which the bank is asked to pay' })
  executionOn!: string;

  @ApiProperty()
  preparedBy!: string;

  @ApiProperty({ description: 'The caller has prepared it: somebody else has to approve it' })
  isPreparedByMe!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  preparedAt!: Date;

  @ApiProperty({ type: String, nullable: true })
  approvedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was first downloaded' })
  sentAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
}

export class PayoutLineDto {
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: payoutLineStatuses })
  status!: PayoutLineStatus;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty()
  holderName!: string;

  @ApiProperty({ description: 'The last four digits of the account number' })
  last4!: string;

  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  pupilName!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why it came back, as the bank or a person said' })
  returnReason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who said what became of it; null for the bank itself' })
  answeredBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt!: Date | null;
}

export class PayoutBankAnswerDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: Date;

  @ApiProperty({ description: 'Who gave the file in' })
  receivedBy!: string;
}

export class PayoutDto extends PayoutSummary {
  @ApiProperty({ type: [PayoutLineDto] })
  lines!: PayoutLineDto[];

  @ApiProperty({ type: [PayoutBankAnswerDto], description: "The bank's files about this one, oldest first" })
  answers!: PayoutBankAnswerDto[];
}

export class ReadyToPay {
  @ApiProperty({ type: 'integer' })
  count!: number;

  @ApiProperty({ type: 'integer' })
  totalOre!: number;
}

export class PayoutPage {
  @ApiProperty({ type: ReadyToPay, description: 'What the next file would hold' })
  ready!: ReadyToPay;

  @ApiProperty({ type: BankSettingsDto })
  bank!: BankSettingsDto;

  @ApiProperty({ type: [PayoutSummary] })
  items!: PayoutSummary[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class BankAnswerDto {
  @ApiProperty({ type: 'integer', description: 'Lines that the bank has paid, newly known' })
  settledCount!: number;

  @ApiProperty({ type: 'integer', description: 'Lines that came back, newly known' })
  returnedCount!: number;

  @ApiProperty({ type: 'integer', description: 'Lines that the bank has taken and not booked yet' })
  acceptedCount!: number;

  @ApiProperty({ type: [Number], description: 'Lines of which the bank says what cannot be: a task for the office' })
  contradictedLines!: number[];

  @ApiProperty({ type: 'integer', description: 'Payments that the bank answers and that are not in the file' })
  unknownCount!: number;

  @ApiProperty({ type: PayoutDto })
  payout!: PayoutDto;
}
