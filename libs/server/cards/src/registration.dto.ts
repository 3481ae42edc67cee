import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, IsUUID, MaxLength } from 'class-validator';

export class RegisterCardRequest {
  @ApiProperty({ description: 'As typed, with or without spaces', example: '4812 0937 55' })
  @IsString()
  @MaxLength(40)
  cardNumber!: string;

  @ApiProperty({ description: 'As typed, with or without spaces', example: '7K2M9 XQ4TB' })
  @IsString()
  @MaxLength(40)
  controlCode!: string;

  @ApiPropertyOptional({ default: false, description: 'False shows what would happen; true links' })
  @MayBeAbsent()
  @IsBoolean()
  confirm: boolean = false;

  @ApiPropertyOptional({ format: 'uuid', description: 'The child, for a card that was handed out without a pupil' })
  @MayBeAbsent()
  @IsUUID()
  pupilId?: string;
}

export const registrationStatuses = ['ready', 'needs_approval', 'choose_child', 'active', 'pending_approval'] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** What a letter's holder may see of the pupil; id and name only once the pupil is the holder's own. */
export class RegisteredPupil {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  id!: string | null;

  @ApiProperty()
  initials!: string;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty()
  className!: string;

  @ApiProperty()
  schoolName!: string;
}

export class ChildToChoose {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  name!: string;
}

export class RegistrationAnswer {
  @ApiProperty({ enum: registrationStatuses })
  status!: RegistrationStatus;

  @ApiPropertyOptional({ type: RegisteredPupil })
  pupil?: RegisteredPupil;

  @ApiPropertyOptional({ format: 'uuid', description: 'With choose_child' })
  cardId?: string;

  @ApiPropertyOptional({
    type: [ChildToChoose],
    description: "With choose_child: the caller's children there without a card",
  })
  children?: readonly ChildToChoose[];
}
