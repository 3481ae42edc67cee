import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';

const maximumOre = 1_000_000_000_000;

export class CloseMonthRequest {
  @ApiProperty({ example: '2026-10', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
  @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  month!: string;

  @ApiProperty({ type: 'integer', description: 'The VAT that was shown, in øre' })
  @IsInt()
  @Min(-maximumOre)
  @Max(maximumOre)
  vatOre!: number;

  @ApiProperty({ type: 'integer', description: 'The earned money that was shown, in øre' })
  @IsInt()
  @Min(0)
  @Max(maximumOre)
  releaseOre!: number;
}

export class VatLineDto {
  @ApiProperty({ enum: ['exempt', 'high25', 'food15', 'low12', 'zero'] })
  vatCode!: string;

  @ApiProperty({ type: 'integer', description: 'Sold less returned, with VAT' })
  salesOre!: number;

  @ApiProperty({ type: 'integer' })
  vatOre!: number;
}

/** What closing the next month would book. */
export class NextClosingDto {
  @ApiProperty({ example: '2026-10' })
  month!: string;

  @ApiProperty({ type: [VatLineDto] })
  vat!: readonly VatLineDto[];

  @ApiProperty({ type: 'integer', description: 'From revenue to VAT; below zero when more was returned than sold' })
  vatOre!: number;

  @ApiProperty({ type: 'integer', description: 'Earned and still on the client account' })
  releaseOre!: number;
}

export class ClosingDto extends NextClosingDto {
  @ApiProperty({ description: 'The name of who closed it' })
  closedBy!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  closedAt!: Date;
}

export class ClosingList {
  @ApiProperty({ type: [ClosingDto], description: 'Newest first, at most 36' })
  items!: readonly ClosingDto[];

  @ApiProperty({
    type: NextClosingDto,
    nullable: true,
    description: 'The last month that is over; null when it is closed',
  })
  next!: NextClosingDto | null;
}
