import { Trimmed } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { registerStatuses, type RegisterStatus } from './register-status.ts';

export class CreateRegisterRequest {
  @ApiProperty({ minLength: 1, maxLength: 40 })
  @Trimmed()
  @IsString()
  @Length(1, 40)
  name!: string;
}

export class RegisterDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: registerStatuses })
  status!: RegisterStatus;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  pairedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSeenAt!: Date | null;
}

export class RegisterList {
  @ApiProperty({ type: [RegisterDto] })
  items!: RegisterDto[];
}

export class PairingCodeDto {
  @ApiProperty({ description: 'Eight characters, shown once' })
  code!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: Date;
}
