import { Trimmed } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

/** Where the bank shall send a payer's money. */
export class PayoutAccountRequest {
  @ApiProperty({ maxLength: 100, description: 'Whose account it is' })
  @Trimmed()
  @IsString()
  @Length(1, 100)
  holderName!: string;

  @ApiProperty({ description: 'Eleven digits; spaces and dots between them are taken off', example: '90412263056' })
  @IsString()
  @Length(11, 20)
  accountNumber!: string;
}
