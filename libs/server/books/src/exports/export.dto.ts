import { IsDay } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class TransactionsQuery {
  @ApiProperty({ format: 'date', description: 'The first day on which it was recorded' })
  @IsDay()
  from!: string;

  @ApiProperty({ format: 'date', description: 'The last day, at most 366 days later' })
  @IsDay()
  to!: string;
}

export class SummaryQuery {
  @ApiProperty({ example: '2026-10', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
  @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  month!: string;
}
