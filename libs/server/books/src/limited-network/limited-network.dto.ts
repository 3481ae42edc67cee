import { IsDay, Trimmed } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';

/** What a euro costs, as a person read it. */
export class SayEuroRateRequest {
  @ApiProperty({ format: 'uuid', description: 'Made by the client: the same request again gets the first answer' })
  @IsUUID()
  id!: string;

  @ApiProperty({ format: 'date', description: 'The day of the rate, not later than today' })
  @IsDay()
  day!: string;

  @ApiProperty({ type: 'integer', description: 'Kroner for one euro, in ten-thousandths', example: 118_234 })
  @IsInt()
  @Min(50_000)
  @Max(500_000)
  nokPerEurE4!: number;

  @ApiProperty({ maxLength: 200, example: 'Norges Bank' })
  @Trimmed()
  @IsString()
  @Length(1, 200)
  source!: string;
}

export class EuroRateDto {
  @ApiProperty({ format: 'date' })
  day!: string;

  @ApiProperty({ type: 'integer', description: 'Kroner for one euro, in ten-thousandths' })
  nokPerEurE4!: number;

  @ApiProperty({ description: 'Where it was read' })
  source!: string;

  @ApiProperty({ type: String, description: 'Who recorded it' })
  recordedBy!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: Date;
}

/** The last twelve months of all schools of the merchant, today included, against the limit of a limited network. */
export class LimitedNetworkDto {
  @ApiProperty()
  merchantName!: string;

  @ApiProperty({ type: 'integer' })
  schoolCount!: number;

  @ApiProperty({ format: 'date' })
  fromDay!: string;

  @ApiProperty({ type: 'integer', description: 'Paid onto cards, in øre' })
  paidInOre!: number;

  @ApiProperty({ type: 'integer', description: 'Paid with cards, in øre' })
  usedOre!: number;

  @ApiProperty({ type: 'integer', description: 'The larger of the two: what is set against the limit' })
  measuredOre!: number;

  @ApiProperty({ type: EuroRateDto, nullable: true, description: 'Null until a person has said one' })
  rate!: EuroRateDto | null;

  @ApiProperty({ type: 'integer', description: 'The rate reckoned with: a cautious one until a person has said one' })
  nokPerEurE4!: number;

  @ApiProperty({ type: 'integer', description: 'Whole euro, rounded up' })
  measuredEur!: number;

  @ApiProperty({ type: 'integer' })
  limitEur!: number;

  @ApiProperty({ type: 'integer', description: 'Of the limit, in per cent, rounded up' })
  percent!: number;

  @ApiProperty({ enum: ['far', 'near', 'over'], description: 'Near is above 80 per cent' })
  standing!: 'far' | 'near' | 'over';
}
