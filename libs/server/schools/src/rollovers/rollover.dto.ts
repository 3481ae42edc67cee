import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Trimmed } from '@kantinekortet/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ChangeUndo } from '../enrolment/enrolment.dto.ts';
import { classSteps, type ClassStep } from './next-class.ts';

export class RolloverClass {
  @ApiProperty({ format: 'uuid' })
  classId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer', description: 'Enrolled pupils' })
  pupilCount!: number;

  @ApiProperty({ enum: classSteps })
  step!: ClassStep;

  @ApiProperty({ type: String, nullable: true, description: 'The class that they get; null unless they move' })
  toName!: string | null;
}

export class RolloverResult {
  @ApiProperty({ type: 'integer' })
  moved!: number;

  @ApiProperty({ type: 'integer' })
  left!: number;

  @ApiProperty({ type: 'integer' })
  stayed!: number;
}

export class Rollover {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['previewed', 'applied'] })
  status!: 'previewed' | 'applied';

  @ApiProperty({ type: 'string', format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ type: [RolloverClass], description: 'What is proposed for each class; when applied, what was done' })
  classes!: RolloverClass[];

  @ApiProperty({ type: RolloverResult, nullable: true })
  result!: RolloverResult | null;

  @ApiProperty({ type: ChangeUndo, nullable: true, description: 'Null until it is applied' })
  undo!: ChangeUndo | null;
}

export class RolloverList {
  @ApiProperty({ type: [Rollover], description: 'Those that were applied, newest first, at most ten' })
  items!: Rollover[];
}

export class ClassDecision {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  classId!: string;

  @ApiProperty({ enum: classSteps })
  @IsIn(classSteps)
  step!: ClassStep;

  @ApiPropertyOptional({ maxLength: 40, description: 'Needed when they move; made when the school has no such class' })
  @ValidateIf(({ step, toName }: ClassDecision) => step === 'move' || toName !== undefined)
  @Trimmed()
  @IsString()
  @Length(1, 40)
  toName?: string;
}

export class ApplyRolloverRequest {
  @ApiProperty({ type: [ClassDecision] })
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ClassDecision)
  classes!: ClassDecision[];

  @ApiProperty({ type: 'integer', description: 'How many pupils get a new class or leave, as typed' })
  @IsInt()
  @Min(0)
  affectedCount!: number;
}
