import { MayBeAbsent, PageQuery } from '@kantinekortet/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export class TransactionQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['purchases'], description: 'Purchases and their returns; every movement without it' })
  @MayBeAbsent()
  @IsIn(['purchases'])
  only?: 'purchases';
}
