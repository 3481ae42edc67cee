import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';

const maximumOre = 100_000_00;

export class SchoolSettings {
  @ApiProperty({ type: 'integer', description: 'The smallest top-up' })
  topUpMinOre!: number;

  @ApiProperty({ type: 'integer', description: 'The largest top-up' })
  topUpMaxOre!: number;

  @ApiProperty({ type: 'integer', description: 'What a wallet may hold when a top-up starts' })
  balanceCapOre!: number;

  @ApiProperty({ type: 'integer', description: 'What a fee leaves on the wallet' })
  lunchFloorOre!: number;

  @ApiProperty({ type: 'integer', description: 'What a new card costs from the second loss on' })
  replacementFeeOre!: number;

  @ApiProperty({ description: 'Whether the till may find a pupil by name' })
  allowWithoutCard!: boolean;

  @ApiProperty()
  printNameOnCard!: boolean;
}

export class SchoolResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'uuid' })
  merchantId!: string;

  @ApiProperty({ description: 'Who receives the money' })
  merchantName!: string;

  @ApiProperty({ type: SchoolSettings })
  settings!: SchoolSettings;
}

export class ChangeSettingsRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 100, maximum: maximumOre })
  @MayBeAbsent()
  @IsInt()
  @Min(100)
  @Max(maximumOre)
  topUpMinOre?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 100, maximum: maximumOre })
  @MayBeAbsent()
  @IsInt()
  @Min(100)
  @Max(maximumOre)
  topUpMaxOre?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 100, maximum: maximumOre })
  @MayBeAbsent()
  @IsInt()
  @Min(100)
  @Max(maximumOre)
  balanceCapOre?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: maximumOre })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(maximumOre)
  lunchFloorOre?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: maximumOre })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(maximumOre)
  replacementFeeOre?: number;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  allowWithoutCard?: boolean;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  printNameOnCard?: boolean;
}

export class SchoolClass {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '9A' })
  name!: string;

  @ApiProperty({ type: 'integer', description: 'Enrolled pupils' })
  pupilCount!: number;
}

export class SchoolClassList {
  @ApiProperty({ type: [SchoolClass] })
  items!: SchoolClass[];
}
