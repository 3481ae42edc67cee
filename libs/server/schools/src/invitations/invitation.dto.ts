import { ApiProperty } from '@nestjs/swagger';

export class FamilyGuardian {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  isMe!: boolean;
}

export class FamilyInvitation {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ description: 'Only who invited can withdraw it' })
  isMine!: boolean;

  @ApiProperty({ type: 'string', format: 'date-time' })
  expiresAt!: Date;
}

export class Family {
  @ApiProperty({ type: [FamilyGuardian], description: 'Those whom the caller may be told of' })
  guardians!: FamilyGuardian[];

  @ApiProperty({ type: [FamilyInvitation] })
  invitations!: FamilyInvitation[];
}

/** What a link invites to. The child is told by initials: the mail may have gone to the wrong address. */
export class GuardianInvitationView {
  @ApiProperty({ format: 'email', description: 'The address that it was sent to, and that the profile must have' })
  email!: string;

  @ApiProperty()
  pupilInitials!: string;

  @ApiProperty()
  schoolName!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null when the office invites' })
  inviterName!: string | null;
}

export class AcceptedInvitation {
  @ApiProperty({ enum: ['active', 'pending'], description: 'Pending: the first guardian or the office must agree' })
  status!: 'active' | 'pending';

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null while it is pending' })
  pupilId!: string | null;
}
