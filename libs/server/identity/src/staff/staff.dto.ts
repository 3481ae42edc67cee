import { MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, Length, MaxLength } from 'class-validator';
import { staffRoles, type StaffRoleName } from '../access/principal.ts';
import { maximumPasswordLength } from '../passwords/passwords.ts';

export class StaffMember {
  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ enum: staffRoles, enumName: 'StaffRole' })
  role!: StaffRoleName;
}

export class InvitationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ enum: staffRoles, enumName: 'StaffRole' })
  role!: StaffRoleName;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: Date;
}

export class StaffList {
  @ApiProperty({ type: [StaffMember] })
  items!: StaffMember[];

  @ApiProperty({ type: [InvitationView] })
  invitations!: InvitationView[];
}

export class InvitationRequest {
  @ApiProperty({ format: 'email' })
  @Trimmed()
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ enum: staffRoles, enumName: 'StaffRole' })
  @IsIn(staffRoles)
  role!: StaffRoleName;
}

export class OpenInvitation {
  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty()
  schoolName!: string;

  @ApiProperty({ enum: staffRoles, enumName: 'StaffRole' })
  role!: StaffRoleName;

  @ApiProperty({
    description: 'True when the e-mail has a profile: then its own password accepts, and no name is asked',
  })
  hasProfile!: boolean;
}

export class InvitationAcceptance {
  @ApiPropertyOptional({ description: 'Needed when the e-mail has no profile yet' })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 100)
  name?: string;

  @ApiProperty({ maxLength: maximumPasswordLength })
  @IsString()
  @MaxLength(maximumPasswordLength)
  password!: string;
}
