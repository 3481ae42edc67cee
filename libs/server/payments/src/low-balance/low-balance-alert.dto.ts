import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min, ValidateIf } from 'class-validator';

const highestOre = 1_000_000;

export class LowBalanceAlertDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 100,
    maximum: highestOre,
    description: 'The guardian gets a mail, at most one a day, when a purchase leaves less; null is never',
  })
  @ValidateIf(({ belowOre }: LowBalanceAlertDto) => belowOre !== null)
  @IsInt()
  @Min(100)
  @Max(highestOre)
  belowOre!: number | null;
}
