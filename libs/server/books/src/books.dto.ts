import { ApiProperty } from '@nestjs/swagger';
import { ClientAccountDto, ClientMoneyDto } from './client-money/client-money.dto.ts';

export class BooksFindingDto {
  @ApiProperty({ description: 'A stable code of what cannot be' })
  finding!: string;

  @ApiProperty({ description: 'Which row or account it is about' })
  subject!: string;

  @ApiProperty({ description: 'In figures, for whoever looks into it' })
  detail!: string;
}

export class BooksProofDto {
  @ApiProperty({ type: String, format: 'date-time' })
  finishedAt!: Date;

  @ApiProperty({ description: 'Everything, not only what was booked since the proof before' })
  isWhole!: boolean;

  @ApiProperty({ type: [BooksFindingDto], description: 'Of this school; none when its books hold' })
  findings!: readonly BooksFindingDto[];
}

/** What the office sees of its books. */
export class BooksDto {
  @ApiProperty({ type: BooksProofDto, nullable: true, description: 'The last proof; null before the first night' })
  proof!: BooksProofDto | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  wholeAt!: Date | null;

  @ApiProperty({ type: ClientAccountDto, nullable: true })
  clientAccount!: ClientAccountDto | null;

  @ApiProperty({ type: ClientMoneyDto, nullable: true })
  clientMoney!: ClientMoneyDto | null;
}
