import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeAbsent, PageQuery } from '@kantinekortet/platform';
import { Transform } from 'class-transformer';
import { IsIn } from 'class-validator';
import { TransactionSummaryDto } from '../wallets/wallet.dto.ts';
import { timelineTopics, type TimelineTopic } from './timeline-entries.ts';

const actorRoles = ['guardian', 'office', 'person', 'register', 'job', 'sender', 'system'] as const;

export class TimelineQuery extends PageQuery {
  @ApiPropertyOptional({ enum: timelineTopics, isArray: true, description: 'All without it' })
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsIn(timelineTopics, { each: true })
  topics?: TimelineTopic[];
}

export class TimelineActorDto {
  @ApiProperty({
    enum: actorRoles,
    description: 'By which right; `person` where the ledger noted only who, `sender` who wrote without signing in',
  })
  role!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Of a person or a till; null for jobs' })
  name!: string | null;
}

export class TimelineEntryDto {
  @ApiProperty({ format: 'uuid', description: 'Of a purchase the id of its receipt' })
  id!: string;

  @ApiProperty({ enum: timelineTopics })
  topic!: TimelineTopic;

  @ApiProperty({ example: 'card_blocked' })
  kind!: string;

  @ApiProperty({ format: 'date-time', description: 'When the server wrote it' })
  at!: Date;

  @ApiProperty()
  actor!: TimelineActorDto;

  @ApiProperty({ type: String, nullable: true, description: 'A code such as `lost`, or what somebody wrote' })
  reason!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The support case that it was done from' })
  caseId!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Øre, negative for what the wallet paid' })
  amountOre!: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  balanceAfterOre!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'By how many øre what the wallet owes grew' })
  owedOre!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'By how many øre what is held for refunds grew' })
  heldOre!: number | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What the kind needs to be told: `cardNumber`, `from` and `to`, `fromOre` and `toOre`, …',
  })
  facts!: Readonly<Record<string, unknown>>;

  @ApiProperty({ description: 'Of money and purchases' })
  summary!: TransactionSummaryDto;
}

export class TimelinePage {
  @ApiProperty({ type: [TimelineEntryDto] })
  items!: readonly TimelineEntryDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
