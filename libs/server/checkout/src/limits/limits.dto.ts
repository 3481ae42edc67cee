import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min, ValidateIf } from 'class-validator';

const highestLimitOre = 1_000_000;

export class LimitsDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 0,
    maximum: highestLimitOre,
    description: 'What the pupil may spend on one day in Norway; null is no limit, 0 nothing',
  })
  @ValidateIf(({ dailyLimitOre }: LimitsDto) => dailyLimitOre !== null)
  @IsInt()
  @Min(0)
  @Max(highestLimitOre)
  dailyLimitOre!: number | null;
}
