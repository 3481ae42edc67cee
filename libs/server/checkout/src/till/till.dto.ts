import { Trimmed } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import { CashierSessionDto } from '../cashiers/cashier.dto.ts';
import { SaleHolderDto } from '../sales/sale.dto.ts';

export class PairRequest {
  @ApiProperty({ description: 'The eight characters that the office sees; case, spaces and hyphens do not matter' })
  @IsString()
  @MaxLength(40)
  code!: string;
}

export class NamedDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class PairedDto {
  @ApiProperty({ type: NamedDto })
  register!: NamedDto;

  @ApiProperty({ type: NamedDto })
  school!: NamedDto;
}

export class TillSettingsDto {
  @ApiProperty()
  allowWithoutCard!: boolean;
}

export class CurrentRegisterDto extends PairedDto {
  @ApiProperty({ type: [NamedDto] })
  cashiers!: NamedDto[];

  @ApiProperty({ type: CashierSessionDto, nullable: true })
  cashierSession!: CashierSessionDto | null;

  @ApiProperty({ type: TillSettingsDto })
  settings!: TillSettingsDto;
}

export class CardLookupRequest {
  @ApiProperty({ description: 'What the scanner read' })
  @IsString()
  @MaxLength(64)
  cardToken!: string;
}

export class CardLookupDto {
  @ApiProperty({ type: SaleHolderDto })
  pupil!: SaleHolderDto;

  @ApiProperty({ type: 'integer', description: 'What the pupil can spend' })
  balanceOre!: number;

  @ApiProperty({ enum: ['active'] })
  status!: 'active';
}

export class PupilQuery {
  @ApiProperty({ minLength: 2, maxLength: 60, description: 'Parts of first and last name' })
  @Trimmed()
  @IsString()
  @Length(2, 60)
  query!: string;
}

export class FoundPupilDto {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  className!: string | null;
}

export class FoundPupilList {
  @ApiProperty({ type: [FoundPupilDto] })
  items!: FoundPupilDto[];
}
