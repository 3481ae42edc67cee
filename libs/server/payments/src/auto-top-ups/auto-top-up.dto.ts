import { failureCodes, type FailureCode } from '@kantinekortet/providers';
import type { SchoolSettings } from '@kantinekortet/schools';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsPositive, Max, Min } from 'class-validator';
import type { AutoTopUp } from './auto-top-up-rows.ts';
import {
  autoTopUpStatuses,
  switchOffReasons,
  type AutoTopUpStatus,
  type SwitchOffReason,
} from './auto-top-up-status.ts';
import type { Run } from './run-rows.ts';
import type { SavedCardRow } from './saved-card-rows.ts';
import { SavedCardResponse, toSavedCardResponse } from './saved-card.dto.ts';

const shownRunStatuses = ['charging', 'retrying', 'waiting_for_guardian'] as const;
const maximumOre = 100_000_000;
const maximumTimesAMonth = 31;

/** A rule: when less than `belowOre` is left after a purchase, add `amountOre`, so many times a calendar month. */
export class PutAutoTopUpRequest {
  @ApiProperty({ type: 'integer', minimum: 1, example: 5_000 })
  @IsInt()
  @IsPositive()
  @Max(maximumOre)
  belowOre!: number;

  @ApiProperty({ type: 'integer', minimum: 1, example: 20_000 })
  @IsInt()
  @IsPositive()
  @Max(maximumOre)
  amountOre!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: maximumTimesAMonth, example: 4 })
  @IsInt()
  @Min(1)
  @Max(maximumTimesAMonth)
  timesAMonth!: number;
}

/** An automatic top-up that is under way. */
export class AutoTopUpRunResponse {
  @ApiProperty({ enum: shownRunStatuses })
  status!: (typeof shownRunStatuses)[number];

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ format: 'uuid', description: 'The top-up that may have to be approved' })
  topUpId!: string;

  @ApiProperty({ enum: failureCodes, nullable: true })
  failureCode!: FailureCode | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it is tried again or, waiting for the guardian, given up',
  })
  dueAt!: string | null;
}

export class AutoTopUpRuleResponse {
  @ApiProperty({ enum: autoTopUpStatuses })
  status!: AutoTopUpStatus;

  @ApiProperty({ enum: switchOffReasons, nullable: true, description: 'Why it is switched off' })
  reason!: SwitchOffReason | null;

  @ApiProperty({ type: 'integer' })
  belowOre!: number;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ type: 'integer' })
  timesAMonth!: number;

  @ApiProperty({ type: 'integer', description: 'How often it has filled the card this calendar month, in Norway' })
  timesThisMonth!: number;

  @ApiProperty({ type: AutoTopUpRunResponse, nullable: true })
  run!: AutoTopUpRunResponse | null;
}

export class AutoTopUpResponse {
  @ApiProperty({ format: 'uuid' })
  walletId!: string;

  @ApiProperty({ description: 'Whether the school takes payments by someone who keeps cards' })
  isOffered!: boolean;

  @ApiProperty({ type: 'integer', description: 'The least that one top-up may be' })
  minOre!: number;

  @ApiProperty({ type: 'integer', description: 'The most that one top-up may be' })
  maxOre!: number;

  @ApiProperty({ type: 'integer', description: 'The most that the card may hold: both amounts together' })
  balanceCapOre!: number;

  @ApiProperty({ type: 'integer', description: 'What is left to spend now' })
  availableOre!: number;

  @ApiProperty({ type: AutoTopUpRuleResponse, nullable: true, description: "The caller's own rule" })
  rule!: AutoTopUpRuleResponse | null;

  @ApiProperty({ type: SavedCardResponse, nullable: true, description: "The caller's card at this school" })
  savedCard!: SavedCardResponse | null;
}

interface Shown {
  readonly walletId: string;
  readonly isOffered: boolean;
  readonly availableOre: number;
  readonly settings: SchoolSettings;
  readonly rule: AutoTopUp | undefined;
  readonly run: Run | undefined;
  readonly timesThisMonth: number;
  readonly card: SavedCardRow | undefined;
}

export function toAutoTopUpResponse(shown: Shown): AutoTopUpResponse {
  const { walletId, isOffered, availableOre, settings, rule, run, timesThisMonth, card } = shown;
  const { topUpMinOre: minOre, topUpMaxOre: maxOre, balanceCapOre } = settings;
  const savedCard = card ? toSavedCardResponse(card) : null;
  return {
    walletId,
    isOffered,
    minOre,
    maxOre,
    balanceCapOre,
    availableOre,
    rule: rule ? toRuleResponse(rule, run, timesThisMonth) : null,
    savedCard,
  };
}

function toRuleResponse(rule: AutoTopUp, run: Run | undefined, timesThisMonth: number): AutoTopUpRuleResponse {
  const { status, reason, belowOre, amountOre, timesAMonth } = rule;
  return { status, reason, belowOre, amountOre, timesAMonth, timesThisMonth, run: run ? toRunResponse(run) : null };
}

function toRunResponse({ status, amountOre, topUpId, failureCode, dueAt }: Run): AutoTopUpRunResponse | null {
  const shown = shownRunStatuses.find((known) => known === status);
  return shown ? { status: shown, amountOre, topUpId, failureCode, dueAt: dueAt?.toISOString() ?? null } : null;
}
