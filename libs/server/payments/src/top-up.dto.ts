import { failureCodes, methodOf, type FailureCode } from '@kantinekortet/providers';
import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsPositive,
  IsString,
  IsUUID,
  Matches,
  Max,
  ValidateNested,
} from 'class-validator';
import type { TopUp } from './top-up-rows.ts';
import type { TopUpStatus } from './top-up-status.ts';

const shownStatuses = ['created', 'pending', 'paid', 'failed', 'expired', 'returned'] as const;
type ShownStatus = (typeof shownStatuses)[number];

/** More than a family has; each one's wallet is locked while the order is judged. */
const maximumSiblings = 9;

/** Another child's part of a payment. */
export class SiblingTopUpRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  walletId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, example: 20_000 })
  @IsInt()
  @IsPositive()
  @Max(100_000_000)
  amountOre!: number;
}

/** Asks for a top-up under an id that the client makes; the same body again gets the same answer. */
export class StartTopUpRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  walletId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, example: 20_000 })
  @IsInt()
  @IsPositive()
  @Max(100_000_000)
  amountOre!: number;

  @ApiProperty({ description: 'The name of a payment provider that the school has' })
  @IsString()
  @Matches(/^[a-z][a-z0-9_]{1,30}$/)
  provider!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A claim to pay: the amount is exactly what is outstanding' })
  @MayBeAbsent()
  @IsUUID()
  claimId?: string;

  @ApiPropertyOptional({
    type: [SiblingTopUpRequest],
    maxItems: maximumSiblings,
    description: 'Other children of the same merchant whose cards the same payment fills',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(maximumSiblings)
  @ValidateNested({ each: true })
  @Type(() => SiblingTopUpRequest)
  siblings?: SiblingTopUpRequest[];
}

export class StartedTopUpResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: shownStatuses })
  status!: ShownStatus;

  @ApiProperty({ type: String, nullable: true, description: 'Where the guardian pays; null when that is over' })
  checkoutUrl!: string | null;
}

/** What one payment did for another child. */
export class SiblingTopUpResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  walletId!: string;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ type: 'integer', nullable: true, description: "The wallet's balance, once the money is on it" })
  balanceOre!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'How much of it settled what was owed' })
  settledOre!: number | null;
}

export class TopUpResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: shownStatuses })
  status!: ShownStatus;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ format: 'uuid' })
  walletId!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where the guardian goes on paying, while that is possible',
  })
  checkoutUrl!: string | null;

  @ApiProperty({ description: 'How it is paid: card, or the name of an app, as it is shown', example: 'card' })
  method!: string;

  @ApiProperty({ enum: failureCodes, nullable: true, description: 'Why the last attempt failed' })
  failureCode!: FailureCode | null;

  @ApiProperty({ type: 'integer', nullable: true, description: "The wallet's balance, once the money is on it" })
  balanceOre!: number | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The claim that it was started to pay' })
  claimId!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'How much of it settled what was owed, once it is paid',
  })
  settledOre!: number | null;

  @ApiProperty({ type: [SiblingTopUpResponse], description: 'Other children whose cards the same payment fills' })
  siblings!: SiblingTopUpResponse[];

  @ApiProperty({ description: 'The payment came, but not as asked for: the school has been told' })
  needsAttention!: boolean;
}

export function toStartedResponse(topUp: TopUp): StartedTopUpResponse {
  return { id: topUp.id, status: shown(topUp.status), checkoutUrl: checkoutUrlOf(topUp) };
}

/** `balances` are in øre by wallet: of those that may be shown, once the money is there. */
export function toTopUpResponse(
  topUp: TopUp,
  siblings: readonly TopUp[],
  balances: ReadonlyMap<string, number>,
): TopUpResponse {
  const { status, provider, failureCode, claimId } = topUp;
  const partOf = ({ id, walletId, amountOre, settledOre }: TopUp): SiblingTopUpResponse => ({
    id,
    walletId,
    amountOre,
    balanceOre: balances.get(walletId) ?? null,
    settledOre,
  });
  return {
    ...partOf(topUp),
    status: shown(status),
    checkoutUrl: checkoutUrlOf(topUp),
    method: methodOf(provider),
    failureCode,
    claimId,
    siblings: siblings.map(partOf),
    needsAttention: status === 'needs_attention',
  };
}

/** To the guardian, a payment that the school has to look at is one that is not there yet. */
function shown(status: TopUpStatus): ShownStatus {
  return status === 'needs_attention' ? 'pending' : status;
}

function checkoutUrlOf({ status, checkoutUrl }: TopUp): string | null {
  return status === 'created' || status === 'pending' ? checkoutUrl : null;
}
