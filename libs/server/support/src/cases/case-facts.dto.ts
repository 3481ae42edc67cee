import { ApiProperty } from '@nestjs/swagger';
import { caseStatuses, caseTopics, type CaseStatus, type CaseTopic } from './case-rules.ts';

/** What its sender and the school's staff see alike. */
export class CaseFacts {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: caseTopics, enumName: 'CaseTopic' })
  topic!: CaseTopic;

  @ApiProperty({ enum: caseStatuses, enumName: 'CaseStatus' })
  status!: CaseStatus;
}
