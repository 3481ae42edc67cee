import { MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, IsUUID, Length, Matches } from 'class-validator';

const sixDigits = /^[0-9]{6}$/;

export class CreateCashierRequest {
  @ApiProperty({ minLength: 1, maxLength: 60 })
  @Trimmed()
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
  @Trimmed()
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
