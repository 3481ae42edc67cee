import { ChangeUndo } from '../enrolment/enrolment.dto.ts';
import { MayBeAbsent } from '@kantinekortet/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

export class UploadRosterQuery {
  @ApiPropertyOptional({ example: 'elever.csv' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  fileName: string = 'roster.csv';
}

export class RosterCounts {
  @ApiProperty({ type: 'integer', description: 'Rows of the file, the bad ones too' })
  rows!: number;

  @ApiProperty({ type: 'integer' })
  new!: number;

  @ApiProperty({ type: 'integer' })
  changed!: number;

  @ApiProperty({ type: 'integer' })
  unchanged!: number;

  @ApiProperty({ type: 'integer', description: 'Enrolled pupils that the file does not have' })
  leaving!: number;

  @ApiProperty({ type: 'integer' })
  errors!: number;

  @ApiProperty({ type: 'integer', description: 'Rows that need a match by hand' })
  ambiguous!: number;
}

export class RosterRowChange {
  @ApiProperty({
    enum: ['externalId', 'firstName', 'lastName', 'birthDate', 'className', 'guardianEmails', 'status'],
  })
  field!: string;

  @ApiProperty({ type: 'string', nullable: true })
  from!: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  to!: string | null;
}

export class RosterRowProblem {
  @ApiProperty({ example: 'className' })
  field!: string;

  @ApiProperty({
    enum: ['missing', 'too_long', 'bad_date', 'bad_email', 'single_name', 'missing_key', 'too_many_cells', 'duplicate'],
  })
  code!: string;

  @ApiProperty()
  detail!: string;
}

export class RosterCandidate {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  birthDate!: string | null;

  @ApiProperty()
  className!: string;
}

export class RosterRow {
  @ApiProperty({ type: 'integer', description: 'Line of the file, the first being 1' })
  line!: number;

  @ApiProperty({ enum: ['new', 'changed', 'error', 'ambiguous'] })
  kind!: 'new' | 'changed' | 'error' | 'ambiguous';

  @ApiProperty()
  name!: string;

  @ApiProperty()
  className!: string;

  @ApiProperty({ type: [RosterRowChange] })
  changes!: readonly RosterRowChange[];

  @ApiProperty({ type: [RosterRowProblem] })
  errors!: readonly RosterRowProblem[];

  @ApiProperty({ type: [RosterCandidate], description: 'Whom an ambiguous row may mean' })
  candidates!: readonly RosterCandidate[];
}

export class LeavingPupil {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  className!: string;
}

/** How far an import that is being applied has come. Nothing of it is there for anyone before all of it is. */
export class RosterProgress {
  @ApiProperty({ type: 'integer', description: 'Pupils that are written' })
  written!: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Pupils to write; null before that is known' })
  total!: number | null;
}

export class RosterResult {
  @ApiProperty({ type: 'integer' })
  created!: number;

  @ApiProperty({ type: 'integer' })
  changed!: number;

  @ApiProperty({ type: 'integer' })
  left!: number;

  @ApiProperty({ type: 'integer' })
  unchanged!: number;

  @ApiProperty({ type: 'integer', description: 'Bad rows, and ambiguous ones without a match' })
  skipped!: number;
}

/** What a file would do; of an applied one, what it did and the rows that were refused. */
export class RosterPreview {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fileName!: string;

  @ApiProperty({ enum: ['previewed', 'applied'] })
  status!: 'previewed' | 'applied';

  @ApiProperty({ enum: ['utf-8', 'utf-16le', 'windows-1252'] })
  encoding!: string;

  @ApiProperty({ example: ';' })
  delimiter!: string;

  @ApiProperty({ type: RosterCounts })
  counts!: RosterCounts;

  @ApiProperty({ type: [RosterRow], description: 'By line; unchanged rows are only counted' })
  rows!: readonly RosterRow[];

  @ApiProperty({ type: [LeavingPupil] })
  leaving!: readonly LeavingPupil[];

  @ApiProperty({ description: 'So many would leave that the number must be typed' })
  leavingNeedsCount!: boolean;

  @ApiProperty({ type: RosterResult, nullable: true })
  result!: RosterResult | null;

  @ApiProperty({ type: ChangeUndo, nullable: true, description: 'Null until it is applied' })
  undo!: ChangeUndo | null;
}

export class AppliedImport {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  fileName!: string;

  @ApiProperty({ type: 'string', format: 'date-time' })
  appliedAt!: Date;

  @ApiProperty({ type: String, nullable: true })
  appliedBy!: string | null;

  @ApiProperty({ type: RosterResult })
  result!: RosterResult;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  undoneAt!: Date | null;
}

export class AppliedImportList {
  @ApiProperty({ type: [AppliedImport], description: 'Newest first, at most a hundred' })
  items!: AppliedImport[];
}

export class RosterMatch {
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  line!: number;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'Null: a new pupil' })
  @ValidateIf((match: RosterMatch) => match.pupilId !== null)
  @IsUUID()
  pupilId!: string | null;
}

export class ApplyRosterRequest {
  @ApiProperty({ description: 'Pupils whom the file does not have, have left' })
  @IsBoolean()
  fileIsComplete!: boolean;

  @ApiPropertyOptional({ type: 'integer', description: 'How many leave, as typed; needed above 5 %' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  leavingCount?: number;

  @ApiProperty({ type: [RosterMatch], description: 'Ambiguous rows that are not named are skipped' })
  @IsArray()
  @ArrayMaxSize(20_000)
  @ValidateNested({ each: true })
  @Type(() => RosterMatch)
  matches!: RosterMatch[];
}
