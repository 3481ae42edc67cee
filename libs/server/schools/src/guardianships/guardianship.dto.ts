import { Trimmed } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, MaxLength } from 'class-validator';

export class PupilGuardian {
  @ApiProperty({ format: 'uuid' })
  guardianshipId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ enum: ['active', 'pending'] })
  status!: 'active' | 'pending';

  @ApiProperty({ type: 'string', format: 'date-time', description: 'Since when it is active, or asked for' })
  since!: Date;

  @ApiProperty({ description: 'Whether this one and the others must not be told of each other' })
  isDiscreet!: boolean;
}

export class OpenGuardianInvitation {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ enum: ['guardian', 'office'] })
  invitedBy!: 'guardian' | 'office';

  @ApiProperty({ type: 'string', format: 'date-time' })
  expiresAt!: Date;
}

export class PupilGuardianList {
  @ApiProperty({ type: [PupilGuardian] })
  items!: PupilGuardian[];

  @ApiProperty({ type: [OpenGuardianInvitation], description: 'Not accepted yet' })
  invitations!: OpenGuardianInvitation[];
}

export class GuardianApproval {
  @ApiProperty({ format: 'uuid' })
  guardianshipId!: string;

  @ApiProperty()
  pupilName!: string;

  @ApiProperty()
  applicantName!: string;

  @ApiProperty({ type: 'string', format: 'date-time' })
  requestedAt!: Date;
}

export class GuardianApprovalList {
  @ApiProperty({ type: [GuardianApproval] })
  items!: GuardianApproval[];
}

/** An e-mail address, of a profile or to invite. */
export class GuardianEmail {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @Trimmed()
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class Discretion {
  @ApiProperty()
  @IsBoolean()
  isDiscreet!: boolean;
}
