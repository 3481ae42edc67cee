import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsString, IsUUID, Length, Matches } from 'class-validator';

const sixDigits = /^[0-9]{6}$/;
const trimmed = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value);

export class CreateCashierRequest {
  @ApiProperty({ minLength: 1, maxLength: 60 })
  @Transform(trimmed)
  @IsString()
  @Length(1, 60)
  name!: string;

  @ApiProperty({ pattern: sixDigits.source })
  @Matches(sixDigits)
  pin!: string;
}

export class ChangeCashierRequest {
  @ApiPropertyOptional({ minLength: 1, maxLength: 60 })
  @MayBeAbsent()
  @Transform(trimmed)
  @IsString()
  @Length(1, 60)
  name?: string;

  @ApiPropertyOptional({ pattern: sixDigits.source })
  @MayBeAbsent()
  @Matches(sixDigits)
  pin?: string;

  @ApiPropertyOptional({ description: 'An inactive cashier cannot sign in; active ones are shown at the till' })
  @MayBeAbsent()
  @IsBoolean()
  active?: boolean;
}

export class CashierDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  active!: boolean;
}

export class CashierList {
  @ApiProperty({ type: [CashierDto] })
  items!: CashierDto[];
}

export class StartCashierSessionRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  cashierId!: string;

  @ApiProperty({ pattern: sixDigits.source })
  @Matches(sixDigits)
  pin!: string;
}

export class CashierSessionDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  cashierId!: string;

  @ApiProperty()
  cashierName!: string;
}
