import { MayBeAbsent, PageQuery, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { taskKindNames, type TaskKind } from './task-kinds.ts';

/** Figures and names that a screen shows; amounts in øre. */
export type TaskFacts = Readonly<Record<string, string | number | null>>;

export const taskViews = ['open', 'resolved'] as const;

export class TaskListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: taskViews, default: 'open' })
  @MayBeAbsent()
  @IsIn(taskViews)
  show: (typeof taskViews)[number] = 'open';
}

export class ResolveTaskRequest {
  @ApiProperty({ maxLength: 500, description: 'What was done, for whoever asks later' })
  @Trimmed()
  @IsString()
  @Length(1, 500)
  resolution!: string;
}

export class TaskDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: taskKindNames })
  kind!: TaskKind;

  @ApiProperty({ format: 'uuid', description: 'What it is about, by the lib that its kind belongs to' })
  subjectId!: string;

  @ApiProperty({
    type: 'object',
    description: 'What the screen shows of it; amounts in øre',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true },
  })
  facts!: TaskFacts;

  @ApiProperty({ description: 'Whether a written note is all it takes' })
  byNote!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt!: Date | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  resolvedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true, description: 'The name of who did it; null when it resolved itself' })
  resolvedBy!: string | null;

  @ApiProperty({ type: String, nullable: true })
  resolution!: string | null;
}

export class TaskPage {
  @ApiProperty({ type: [TaskDto] })
  items!: readonly TaskDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class TaskCounts {
  @ApiProperty({ type: 'integer' })
  open!: number;

  @ApiProperty({ type: 'integer', description: 'Of these, how many have passed their deadline' })
  overdue!: number;
}
