import { IsDay, MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { terminalDayStatuses, type TerminalDayStatus } from './terminal-day-status.ts';

/** One day of a school's terminal, in a path. */
export class TerminalDayPath {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  schoolId!: string;

  @ApiProperty({ format: 'date', example: '2026-11-23' })
  @IsDay()
  day!: string;
}

export class CloseTerminalDayRequest {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'What the terminal’s own report of the day says, in øre' })
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  terminalTotalOre!: number;

  @ApiPropertyOptional({ maxLength: 500, description: 'Why the totals differ; needed when they do' })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 500)
  note?: string;
}

export class TerminalDayDto {
  @ApiProperty({ format: 'date' })
  day!: string;

  @ApiProperty({ enum: terminalDayStatuses })
  status!: TerminalDayStatus;

  @ApiProperty({ type: 'integer', description: 'Receipts that stand, by terminal, that were paid on this day' })
  receiptCount!: number;

  @ApiProperty({ type: 'integer', description: 'What they come to, in øre' })
  receiptsTotalOre!: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'What the terminal said; null while the day is open' })
  terminalTotalOre!: number | null;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The name of who closed it' })
  closedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: Date | null;
}

export class TerminalDayPage {
  @ApiProperty({ type: [TerminalDayDto] })
  items!: readonly TerminalDayDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
