import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';

const reminderKinds = ['no_guardian', 'no_money'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Whose families are reminded: of every pupil who lacks this, or of those of one class. */
export class ReminderRequest {
  @ApiProperty({ enum: reminderKinds })
  @IsIn(reminderKinds)
  kind!: ReminderKind;

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  classId?: string;
}

export class UnreachablePupilDto {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  className!: string;
}

export class ReminderResultDto {
  @ApiProperty({ type: 'integer', description: 'Pupils whose family a mail goes to' })
  remindedCount!: number;

  @ApiProperty({ type: 'integer', description: 'Pupils whose family was reminded earlier today' })
  remindedBeforeCount!: number;

  @ApiProperty({
    type: 'integer',
    description: 'Pupils without a card: the letter that the mail tells of comes with it',
  })
  withoutCardCount!: number;

  @ApiProperty({
    type: [UnreachablePupilDto],
    description: 'For whom the school has no e-mail address: print a letter',
  })
  unreachable!: UnreachablePupilDto[];
}
