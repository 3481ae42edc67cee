import { Trimmed } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length } from 'class-validator';

/** Someone of the school's staff who shall have a card, under an id that the client makes. */
export class AddStaffCardRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7, made by the client: the id of the holder' })
  @IsUUID(7)
  id!: string;

  @ApiProperty({ maxLength: 100 })
  @Trimmed()
  @IsString()
  @Length(1, 100)
  firstName!: string;

  @ApiProperty({ maxLength: 100 })
  @Trimmed()
  @IsString()
  @Length(1, 100)
  lastName!: string;
}

/** A holder who is staff; everything else of them is found as of a pupil. */
export class StaffCardDto {
  @ApiProperty({ format: 'uuid', description: 'Stands where a pupil’s id stands' })
  pupilId!: string;

  @ApiProperty()
  name!: string;
}

export class StaffCardsDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Whom cards are printed for at once' })
  classId!: string | null;

  @ApiProperty({ type: 'integer', description: 'Staff with a wallet, who have not left' })
  staffCount!: number;
}
