import { Trimmed } from '@kantinekortet/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { decisionChoices, decisionStatuses, type DecisionChoice, type DecisionStatus } from './decision-status.ts';

export class DecideRequest {
  @ApiProperty({ format: 'uuid', description: 'UUIDv7 made by the client; the same id is the same decision' })
  @IsUUID()
  id!: string;

  @ApiProperty({ enum: decisionChoices })
  @IsIn(decisionChoices)
  choice!: DecisionChoice;

  @ApiProperty({ maxLength: 500, description: 'Why, for whoever asks later' })
  @Trimmed()
  @IsString()
  @Length(1, 500)
  reason!: string;
}

export class DecisionDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: decisionChoices })
  choice!: DecisionChoice;

  @ApiProperty()
  reason!: string;

  @ApiProperty({
    enum: decisionStatuses,
    description: 'refused: the provider would not, or the money came back, and the task is there again',
  })
  status!: DecisionStatus;

  @ApiProperty({ type: String, nullable: true, description: 'Why the provider would not' })
  failureCode!: string | null;
}
