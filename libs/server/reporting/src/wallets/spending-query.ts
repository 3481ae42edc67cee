import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

export class SpendingQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 52, default: 8 })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(52)
  weeks: number = 8;
}
