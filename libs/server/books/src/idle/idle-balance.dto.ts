import { ApiProperty } from '@nestjs/swagger';

/**
 * What to do next: `wait` while a refund of all of it is under way, `pay_leaver` for who has left the school (from the
 * day after: `pay_tomorrow`, as it can be undone on the day itself), `ask_guardian` who can have it back by themselves, `contact_family` that has no profile.
 */
export const idleSteps = ['wait', 'pay_leaver', 'pay_tomorrow', 'ask_guardian', 'contact_family'] as const;
export type IdleStep = (typeof idleSteps)[number];

export class IdleBalanceDto {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  pupilName!: string;

  @ApiProperty()
  className!: string;

  @ApiProperty()
  hasLeft!: boolean;

  @ApiProperty({ type: String, format: 'date-time', description: 'When money last moved on it' })
  lastMovedAt!: Date;

  @ApiProperty({ type: 'integer', description: 'In øre, what is held for a refund included' })
  balanceOre!: number;

  @ApiProperty({ enum: idleSteps })
  nextStep!: IdleStep;
}

/** Money on cards on which nothing has moved for twelve months, or whose pupils have left. */
export class IdleBalanceList {
  @ApiProperty({ type: 'integer' })
  count!: number;

  @ApiProperty({ type: 'integer' })
  totalOre!: number;

  @ApiProperty({ type: [IdleBalanceDto], description: 'The largest first, at most 200' })
  items!: readonly IdleBalanceDto[];
}
