import { IsDay, languages, MayBeAbsent, type Language } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

/** Which days a statement covers, both included. */
export class StatementQuery {
  @ApiProperty({ format: 'date', example: '2026-08-17' })
  @IsDay()
  from!: string;

  @ApiProperty({ format: 'date', example: '2026-12-18' })
  @IsDay()
  to!: string;

  @ApiPropertyOptional({ enum: languages, default: 'nb' })
  @MayBeAbsent()
  @IsIn(languages)
  language: Language = 'nb';
}
