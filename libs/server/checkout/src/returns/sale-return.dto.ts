import { MayBeAbsent, Trimmed } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, Length } from 'class-validator';
import { SaleLineDto } from '../sales/sale.dto.ts';

export class ReturnSaleRequest {
  @ApiProperty({ format: 'uuid', description: "The till's own id of the return; sent again after a time-out" })
  @IsUUID()
  id!: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @MayBeAbsent()
  @Trimmed()
  @IsString()
  @Length(1, 200)
  reason?: string;
}

export class SaleReturnDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  saleId!: string;

  @ApiProperty({ type: 'integer', description: 'In a series of its own per register, without gaps' })
  receiptNumber!: number;

  @ApiProperty({ type: 'integer' })
  amountOre!: number;

  @ApiProperty({ type: 'integer', description: 'What the pupil can spend after it' })
  balanceOre!: number;

  @ApiProperty({ type: [SaleLineDto] })
  lines!: SaleLineDto[];

  @ApiProperty()
  registerName!: string;

  @ApiProperty({ format: 'date-time' })
  occurredAt!: string;
}
