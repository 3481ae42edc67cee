import { MayBeAbsent, PageQuery, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  MaxDate,
  MaxLength,
  Min,
  MinDate,
  ValidateIf,
} from 'class-validator';
import { Type } from 'class-transformer';
import { maximumFiles } from '../attachments/file-kind.ts';
import { CaseFacts } from '../cases/case-facts.dto.ts';
import { caseStatuses, caseTopics, type CaseStatus, type CaseTopic } from '../cases/case-rules.ts';

/** Nobody's and open; the caller's own and open; everyone's and open; with the sender; done. */
export const caseViews = ['unassigned', 'mine', 'open', 'waiting', 'closed'] as const;
export type CaseView = (typeof caseViews)[number];

const maximumReplyLength = 20_000;
/** What is due in another century was mistyped, and years that PostgreSQL or a screen cannot show come with it. */
const earliestDue = new Date('2000-01-01T00:00:00Z');
const latestDue = new Date('2100-01-01T00:00:00Z');

export class CaseListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: caseViews, default: 'unassigned' })
  @MayBeAbsent()
  @IsIn(caseViews)
  view: CaseView = 'unassigned';

  @ApiPropertyOptional({ description: 'The number, or parts of the sender, the child or what was written' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  query?: string;
}

/** What a list and a case have in common for the school's staff. */
class StaffCase extends CaseFacts {
  @ApiProperty()
  isUrgent!: boolean;

  @ApiProperty({ format: 'date-time' })
  dueAt!: Date;

  @ApiProperty()
  senderName!: string;

  @ApiProperty({ type: String, nullable: true })
  assigneeName!: string | null;
}

export class ListedCaseDto extends StaffCase {
  @ApiProperty({ type: String, nullable: true })
  pupilName!: string | null;

  @ApiProperty({ description: 'The beginning of what was written last' })
  excerpt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: Date;
}

export class CaseCountsDto {
  @ApiProperty({ type: 'integer' })
  unassigned!: number;

  @ApiProperty({ type: 'integer' })
  mine!: number;

  @ApiProperty({ type: 'integer' })
  open!: number;

  @ApiProperty({ type: 'integer' })
  waiting!: number;

  @ApiProperty({ type: 'integer', description: 'Open, and should have been answered by now' })
  overdue!: number;
}

export class CasePage {
  @ApiProperty({ type: [ListedCaseDto] })
  items!: readonly ListedCaseDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class CaseMessageDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  seq!: number;

  @ApiProperty({ enum: ['question', 'reply', 'note'] })
  kind!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The colleague who wrote it; null for the sender' })
  authorName!: string | null;

  @ApiProperty()
  body!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Until then it can be taken back' })
  sendsAt!: Date | null;
}

export class CaseFileDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fileName!: string;

  @ApiProperty()
  contentType!: string;

  @ApiProperty({ type: 'integer' })
  byteCount!: number;

  @ApiProperty({ description: 'False for a file of a colleague' })
  isFromSender!: boolean;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: "The colleague's message it goes with; a colleague's file without one stays at the school",
  })
  messageId!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
}

export class CaseStepDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'card_blocked' })
  kind!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null when the sender did it' })
  actorName!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'With an `assigneeId` or `pupilId` comes `assigneeName` or `pupilName`, as they are called now',
  })
  facts!: Readonly<Record<string, unknown>>;

  @ApiProperty({ format: 'date-time' })
  occurredAt!: Date;
}

/** A case with everything in it; child, card, balance and timeline come from their own endpoints. */
export class CaseDto extends StaffCase {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  assigneeId!: string | null;

  @ApiProperty({ enum: ['form', 'mail'] })
  channel!: string;

  @ApiProperty({ description: 'Whether the sender was signed in: then name and e-mail are proven' })
  isSenderKnown!: boolean;

  @ApiProperty()
  senderEmail!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  pupilId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  cardId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  toldChildName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  toldCardNumber!: string | null;

  @ApiProperty({ type: 'integer', description: 'Of the last message; sent with an answer' })
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ type: [CaseMessageDto] })
  messages!: CaseMessageDto[];

  @ApiProperty({ type: [CaseFileDto] })
  files!: CaseFileDto[];

  @ApiProperty({ type: [CaseStepDto] })
  steps!: CaseStepDto[];
}

export class CaseMessageRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id!: string;

  @ApiProperty({ enum: ['reply', 'note'] })
  @IsIn(['reply', 'note'])
  kind!: 'reply' | 'note';

  @ApiProperty({ minLength: 1, maxLength: maximumReplyLength })
  @Trimmed()
  @IsString()
  @Length(1, maximumReplyLength)
  body!: string;

  @ApiProperty({ type: 'integer', description: 'Of the last message that the writer had read' })
  @IsInt()
  @Min(0)
  seenSeq!: number;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: maximumFiles,
    description:
      "The writer's own files of this case that go with it: with an answer to the sender, with a note nowhere",
  })
  @MayBeAbsent()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(maximumFiles)
  @ArrayUnique()
  fileIds: string[] = [];

  @ApiPropertyOptional({ enum: caseStatuses, description: 'What the case becomes; as it is without it' })
  @MayBeAbsent()
  @IsIn(caseStatuses)
  status?: CaseStatus;
}

export class ChangeCaseRequest {
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @ValidateIf((_, value: unknown) => value !== undefined && value !== null)
  @IsUUID()
  assigneeId?: string | null;

  @ApiPropertyOptional({ enum: caseTopics, enumName: 'CaseTopic' })
  @MayBeAbsent()
  @IsIn(caseTopics)
  topic?: CaseTopic;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  isUrgent?: boolean;

  @ApiPropertyOptional({ format: 'date-time' })
  @MayBeAbsent()
  @Type(() => Date)
  @IsDate()
  @MinDate(earliestDue)
  @MaxDate(latestDue)
  dueAt?: Date;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @ValidateIf((_, value: unknown) => value !== undefined && value !== null)
  @IsUUID()
  pupilId?: string | null;

  @ApiPropertyOptional({ enum: caseStatuses, enumName: 'CaseStatus' })
  @MayBeAbsent()
  @IsIn(caseStatuses)
  status?: CaseStatus;
}

export class ConfirmLossRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  cardId!: string;
}
