import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay, MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { IsString, Length } from 'class-validator';

/** Whether and how an applied change can be undone. */
export const undoStates = ['possible', 'done', 'too_late', 'later_change'] as const;
export type UndoState = (typeof undoStates)[number];

export class KeptPupil {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  className!: string;
}

export class UndoResult {
  @ApiProperty({ type: 'integer', description: 'Pupils that it had added, who leave again' })
  left!: number;

  @ApiProperty({ type: 'integer', description: 'Pupils that it had let leave, who are back' })
  cameBack!: number;

  @ApiProperty({ type: 'integer', description: 'Pupils whose class or details are as before' })
  restored!: number;

  @ApiProperty({
    type: [KeptPupil],
    description: 'Pupils that it had added, who stay: they have card, guardian or money',
  })
  kept!: KeptPupil[];
}

export class ChangeUndo {
  @ApiProperty({ enum: undoStates })
  state!: UndoState;

  @ApiProperty({ type: UndoResult, nullable: true, description: 'What it would do; when it is done, what it did' })
  result!: UndoResult | null;
}

export class LeaveRequest {
  @ApiPropertyOptional({ description: "In the office's own words" })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 500)
  reason?: string;

  @ApiPropertyOptional({ format: 'date', description: 'The last day of the card, from today on; without it, now' })
  @MayBeAbsent()
  @IsDay()
  lastDay?: string;
}

export class PupilStanding {
  @ApiProperty({ enum: ['enrolled', 'left'] })
  status!: 'enrolled' | 'left';

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  leftAt!: Date | null;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When the card ended and families were told',
  })
  leftForGoodAt!: Date | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Of one who is to leave' })
  lastDay!: string | null;
}
