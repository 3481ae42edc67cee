import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsPositive, IsUUID, Max, ValidateNested } from 'class-validator';

const payerKinds = ['person', 'household'] as const;
const maximumItems = 500;

export class LeaversPayerView {
  @ApiProperty({ format: 'uuid' })
  payerId!: string;

  @ApiProperty({ enum: payerKinds, description: '`household`: money that the office received' })
  payerKind!: (typeof payerKinds)[number];

  @ApiProperty({ type: String, nullable: true })
  payerName!: string | null;

  @ApiProperty({ type: 'integer', description: 'What goes back, unasked, to where it came from' })
  providerOre!: number;

  @ApiProperty({ type: 'integer', description: 'What only the bank can send' })
  bankOre!: number;

  @ApiProperty({ type: String, nullable: true, description: 'The last digits of the account that the payer gave' })
  accountLast4!: string | null;

  @ApiProperty({ type: 'integer', description: 'What can be sent now, without another word from the payer' })
  sendableOre!: number;
}

export class LeaverView {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty({ format: 'uuid' })
  walletId!: string;

  @ApiProperty()
  pupilName!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  leftAt!: Date;

  @ApiProperty({ type: [LeaversPayerView] })
  payers!: LeaversPayerView[];
}

export class LeaverList {
  @ApiProperty({ type: [LeaverView] })
  items!: LeaverView[];
}

/** One payer's money out of one wallet, as it was previewed. */
export class LeaverRefundItem {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client: of the refund' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  walletId!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  payerId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'The sendableOre of the preview' })
  @IsInt()
  @IsPositive()
  @Max(100_000_000)
  amountOre!: number;
}

export class PayLeaversRequest {
  @ApiProperty({ type: [LeaverRefundItem], minItems: 1, maxItems: maximumItems })
  @ArrayMinSize(1)
  @ArrayMaxSize(maximumItems)
  @ValidateNested({ each: true })
  @Type(() => LeaverRefundItem)
  items!: LeaverRefundItem[];
}

export class RefusedLeaver {
  @ApiProperty({ format: 'uuid' })
  walletId!: string;

  @ApiProperty({ description: 'Why nothing was sent, as the code of a problem' })
  code!: string;
}

export class PaidLeavers {
  @ApiProperty({ type: 'integer', description: 'Refunds that are under way now' })
  count!: number;

  @ApiProperty({ type: [RefusedLeaver], description: 'What has changed since the preview' })
  refused!: RefusedLeaver[];
}
