import { MayBeAbsent, PageQuery } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';

const needs = ['card', 'guardian', 'money'] as const;
export type Need = (typeof needs)[number];

export class ReadinessListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: needs, description: 'What they lack; without it everyone who lacks something' })
  @MayBeAbsent()
  @IsIn(needs)
  lacking?: Need;

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  classId?: string;
}

export class ReadinessCountsDto {
  @ApiProperty({ type: 'integer', description: 'Enrolled pupils' })
  pupils!: number;

  @ApiProperty({ type: 'integer', description: 'Those who lack nothing' })
  ready!: number;

  @ApiProperty({ type: 'integer' })
  withoutCard!: number;

  @ApiProperty({ type: 'integer' })
  withoutGuardian!: number;

  @ApiProperty({ type: 'integer', description: 'With less than a lunch, by the school’s setting' })
  withoutMoney!: number;
}

export class ReadinessOfClassDto extends ReadinessCountsDto {
  @ApiProperty({ format: 'uuid' })
  classId!: string;

  @ApiProperty()
  className!: string;
}

export class ReadinessDto extends ReadinessCountsDto {
  @ApiProperty({ type: 'integer' })
  lunchFloorOre!: number;

  @ApiProperty({ type: [ReadinessOfClassDto] })
  classes!: ReadinessOfClassDto[];
}

export class UnreadyPupilDto {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  className!: string;

  @ApiProperty()
  hasCard!: boolean;

  @ApiProperty()
  hasGuardian!: boolean;

  @ApiProperty()
  hasMoney!: boolean;

  @ApiProperty({ type: 'integer' })
  availableOre!: number;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'When the family was last reminded by mail',
  })
  remindedOn!: string | null;
}

export class UnreadyPupilPage {
  @ApiProperty({ type: [UnreadyPupilDto] })
  items!: readonly UnreadyPupilDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
