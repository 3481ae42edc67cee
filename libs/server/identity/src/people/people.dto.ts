import { type Language, languages, MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsNotEmpty, IsString, Length, MaxLength } from 'class-validator';
import { maximumPasswordLength } from '../passwords/passwords.ts';
import type { EmailChangeStatus } from './email-change.service.ts';
import type { Person } from './people.ts';

export class SignUpRequest {
  @ApiProperty({ example: 'Kari Nordmann' })
  @Trimmed()
  @IsString()
  @Length(1, 100)
  name!: string;

  @ApiProperty({ format: 'email' })
  @Trimmed()
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ minLength: 10, maxLength: maximumPasswordLength })
  @IsString()
  @MaxLength(maximumPasswordLength)
  password!: string;

  @ApiProperty({ enum: languages, enumName: 'Language' })
  @IsIn(languages)
  language!: Language;
}

export class SignUpAnswer {
  @ApiProperty({ enum: ['verification_sent'] })
  status!: 'verification_sent';
}

export class LinkToken {
  @ApiProperty({ description: 'From the link in the mail' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token!: string;
}

export class VerifiedEmail {
  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ description: 'Whether the link was opened before' })
  wasVerified!: boolean;
}

export class PersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ enum: languages, enumName: 'Language' })
  language!: Language;
}

export class ProfileView extends PersonView {
  @ApiProperty({ type: String, nullable: true, description: 'The new e-mail that waits to be confirmed' })
  emailChangePending!: string | null;
}

export class ProfileChange {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 100)
  name?: string;

  @ApiPropertyOptional({ enum: languages, enumName: 'Language' })
  @MayBeAbsent()
  @IsIn(languages)
  language?: Language;
}

export class EmailChangeRequest {
  @ApiProperty({ format: 'email' })
  @Trimmed()
  @IsEmail()
  @MaxLength(254)
  newEmail!: string;

  @ApiProperty({ maxLength: maximumPasswordLength })
  @IsString()
  @MaxLength(maximumPasswordLength)
  password!: string;
}

export class PasswordChangeRequest {
  @ApiProperty({ maxLength: maximumPasswordLength })
  @IsString()
  @MaxLength(maximumPasswordLength)
  currentPassword!: string;

  @ApiProperty({ maxLength: maximumPasswordLength })
  @IsString()
  @MaxLength(maximumPasswordLength)
  password!: string;
}

export class EmailChangeAnswer {
  @ApiProperty({ enum: ['waiting_for_other', 'changed'] })
  status!: EmailChangeStatus;
}

export class PasswordResetRequest {
  @ApiProperty({ format: 'email' })
  @Trimmed()
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class NewPassword extends LinkToken {
  @ApiProperty({ minLength: 10, maxLength: maximumPasswordLength })
  @IsString()
  @MaxLength(maximumPasswordLength)
  password!: string;
}

export function toPersonView({ id, name, email, language }: Person): PersonView {
  return { id, name, email, language };
}
