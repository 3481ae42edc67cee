import { MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, Length } from 'class-validator';

export class CreditSaleRequest {
  @ApiProperty({ format: 'uuid', description: "The office's own id of the credit; sent again after a time-out" })
  @IsUUID()
  id!: string;

  @ApiProperty({ minLength: 1, maxLength: 500 })
  @Trimmed()
  @IsString()
  @Length(1, 500)
  reason!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The support case that it is done from' })
  @MayBeAbsent()
  @IsUUID()
  caseId?: string;
}

export class SaleCreditDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  saleId!: string;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;
}
