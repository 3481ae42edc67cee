import { IsDay, MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

/** Larger than any school's money. */
const maximumOre = 1_000_000_000_000;

export class ClientAccountDto {
  @ApiProperty({ description: 'Eleven digits; spaces and dots between them are taken off', example: '90412263056' })
  @IsString()
  @Length(11, 20)
  accountNumber!: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Needed by some banks in payment files' })
  @MayBeAbsent()
  @Trimmed()
  @Matches(/^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/)
  bic?: string;
}

/** The balance of the client account at the end of a day, as a person read it at the bank. */
export class SayBalanceRequest {
  @ApiProperty({ format: 'uuid', description: 'Made by the client: the same request again gets the first answer' })
  @IsUUID()
  id!: string;

  @ApiProperty({ format: 'date', description: 'A day that is over' })
  @IsDay()
  day!: string;

  @ApiProperty({ type: 'integer', description: 'In øre; below zero when the account is overdrawn' })
  @IsInt()
  @Min(-maximumOre)
  @Max(maximumOre)
  balanceOre!: number;

  @ApiPropertyOptional({ maxLength: 500 })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 500)
  note?: string;
}

/** The newest balance beside what was owed then. All of it concerns all schools of the merchant, in øre. */
export class ClientMoneyDto {
  @ApiProperty({ format: 'date' })
  day!: string;

  @ApiProperty({ enum: ['bank_file', 'person'] })
  source!: 'bank_file' | 'person';

  @ApiProperty({ type: 'integer', description: 'On the client account when the day was over' })
  balanceOre!: number;

  @ApiProperty({ type: 'integer', description: 'Paid by families, and still with payment providers or the terminal' })
  clearingOre!: number;

  @ApiProperty({ type: 'integer', description: 'What all wallets together were owed' })
  walletsOre!: number;

  @ApiProperty({ type: 'integer', description: 'Taken off wallets and not yet paid out by bank or provider' })
  inTransitOre!: number;

  @ApiProperty({ type: 'integer', description: 'More than is owed; below zero, money of customers is missing' })
  surplusOre!: number;

  @ApiProperty({ type: String, description: 'Who recorded it' })
  recordedBy!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: Date;
}
