import { Trimmed } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { staffRoles, type StaffRoleName } from '../access/principal.ts';
import { maximumPasswordLength } from '../passwords/passwords.ts';
import { PersonView } from '../people/people.dto.ts';

export class SignInRequest {
  @ApiProperty({ format: 'email' })
  @Trimmed()
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ maxLength: maximumPasswordLength })
  @IsString()
  @IsNotEmpty()
  @MaxLength(maximumPasswordLength)
  password!: string;
}

export class RoleView {
  @ApiProperty({ format: 'uuid' })
  schoolId!: string;

  @ApiProperty()
  schoolName!: string;

  @ApiProperty({ enum: staffRoles, enumName: 'StaffRole' })
  role!: StaffRoleName;
}

export class SessionView {
  @ApiProperty({ type: PersonView })
  person!: PersonView;

  @ApiProperty({ type: [RoleView], description: 'Empty in the parent portal' })
  roles!: RoleView[];
}
