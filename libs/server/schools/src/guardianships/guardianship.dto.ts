import { ApiProperty } from '@nestjs/swagger';

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
}

export class PupilGuardianList {
  @ApiProperty({ type: [PupilGuardian] })
  items!: PupilGuardian[];
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
