import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeAbsent, PageQuery } from '@kantinekortet/platform';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { WalletDto } from '../wallets/wallet.dto.ts';

const pupilStatuses = ['enrolled', 'left'] as const;
type PupilStatus = (typeof pupilStatuses)[number];

const holderKinds = ['pupil', 'staff'] as const;

export class PupilListQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'Parts of the name; a word with a digit begins the class, the pupil id or the card number',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  query?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent()
  @IsUUID()
  classId?: string;

  @ApiPropertyOptional({ enum: pupilStatuses, default: 'enrolled' })
  @MayBeAbsent()
  @IsIn(pupilStatuses)
  status: PupilStatus = 'enrolled';

  @ApiPropertyOptional({ enum: holderKinds, description: 'Both without it' })
  @MayBeAbsent()
  @IsIn(holderKinds)
  kind?: (typeof holderKinds)[number];
}

export class ListedCardDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  number!: string;

  @ApiProperty({ enum: ['active', 'blocked', 'ended', 'stock'] })
  status!: 'active' | 'blocked' | 'ended' | 'stock';
}

export class ListedPupilDto {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  className!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  birthDate!: string | null;

  @ApiProperty({ enum: pupilStatuses })
  status!: PupilStatus;

  @ApiProperty({ type: ListedCardDto, nullable: true })
  card!: ListedCardDto | null;

  @ApiProperty({ type: 'integer', description: 'Øre' })
  balanceOre!: number;

  @ApiProperty({ type: 'integer' })
  guardianCount!: number;
}

export class PupilPage {
  @ApiProperty({ type: [ListedPupilDto] })
  items!: readonly ListedPupilDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class PupilCardDto extends ListedCardDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  issuedAt!: string | null;

  @ApiProperty({ enum: ['lost', 'stolen', 'damaged'], nullable: true, description: 'While it is blocked' })
  blockReason!: 'lost' | 'stolen' | 'damaged' | null;

  @ApiProperty({ enum: ['guardian', 'office'], nullable: true })
  blockedByRole!: 'guardian' | 'office' | null;
}

export class PupilGuardianDto {
  @ApiProperty({ format: 'uuid' })
  guardianshipId!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ enum: ['active', 'pending'] })
  status!: 'active' | 'pending';

  @ApiProperty({ format: 'date-time' })
  since!: Date;

  @ApiProperty({ description: 'Whether this one and the others must not be told of each other' })
  isDiscreet!: boolean;
}

export class PupilDetailsDto {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty({ enum: holderKinds, description: 'Staff have a card like pupils, and no guardians' })
  kind!: (typeof holderKinds)[number];

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  className!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  birthDate!: string | null;

  @ApiProperty({ enum: pupilStatuses })
  status!: PupilStatus;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Of one who is to leave' })
  lastDay!: string | null;

  @ApiProperty({ type: String, nullable: true, description: "The school's own number for the pupil" })
  externalId!: string | null;

  @ApiProperty({ format: 'uuid' })
  walletId!: string;

  @ApiProperty()
  wallet!: WalletDto;

  @ApiProperty({ type: [PupilGuardianDto] })
  guardians!: PupilGuardianDto[];

  @ApiProperty({ type: [PupilCardDto], description: 'Newest first' })
  cards!: PupilCardDto[];
}

export class OverviewDto {
  @ApiProperty({ type: 'integer' })
  pupils!: number;

  @ApiProperty({ type: 'integer' })
  withCard!: number;

  @ApiProperty({ type: 'integer' })
  withGuardian!: number;

  @ApiProperty({ type: 'integer' })
  withMoney!: number;

  @ApiProperty({ type: 'integer', description: 'Øre sold today in Norway, without what was returned' })
  salesTodayOre!: number;

  @ApiProperty({ type: 'integer' })
  salesTodayCount!: number;
}
