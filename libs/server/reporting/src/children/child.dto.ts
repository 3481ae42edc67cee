import { ApiProperty } from '@nestjs/swagger';
import { WalletDto } from '../wallets/wallet.dto.ts';

export class ChildSchoolDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class ChildCardDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  number!: string;

  @ApiProperty({ enum: ['active', 'blocked'] })
  status!: 'active' | 'blocked';

  @ApiProperty({
    enum: ['guardian', 'office'],
    nullable: true,
    description: 'A guardian lifts only a block by a guardian',
  })
  blockedByRole!: 'guardian' | 'office' | null;
}

export class PaymentMethodDto {
  @ApiProperty({ description: 'What a request calls the provider' })
  provider!: string;

  @ApiProperty({ description: 'card, or the name of the app that one pays by, as it is shown', example: 'card' })
  method!: string;
}

export class ChildTopUpDto {
  @ApiProperty({ type: 'integer' })
  minOre!: number;

  @ApiProperty({ type: 'integer' })
  maxOre!: number;

  @ApiProperty({ type: 'integer' })
  balanceCapOre!: number;

  @ApiProperty({ format: 'uuid', description: 'Children of one merchant can be paid for in one payment' })
  merchantId!: string;

  @ApiProperty({ type: [PaymentMethodDto], description: 'Ways to pay that the school has, the one to offer first' })
  providers!: PaymentMethodDto[];
}

export class ChildDto {
  @ApiProperty({ format: 'uuid' })
  pupilId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({
    description: "The first name, with what tells the child apart from the guardian's others of that name",
  })
  shortName!: string;

  @ApiProperty()
  initials!: string;

  @ApiProperty({ type: String, nullable: true })
  className!: string | null;

  @ApiProperty()
  school!: ChildSchoolDto;

  @ApiProperty({ enum: ['enrolled', 'left'] })
  status!: 'enrolled' | 'left';

  @ApiProperty()
  wallet!: WalletDto;

  @ApiProperty({ type: ChildCardDto, nullable: true })
  card!: ChildCardDto | null;

  @ApiProperty({ type: 'integer', description: 'Øre bought for today in Norway, less what was returned' })
  spentTodayOre!: number;

  @ApiProperty({ description: 'What the school lets one fill in at a time, up to, and by whom one may pay' })
  topUp!: ChildTopUpDto;
}

export class PendingChildDto {
  @ApiProperty()
  pupilInitials!: string;

  @ApiProperty()
  schoolName!: string;
}

export class ChildList {
  @ApiProperty({ type: [ChildDto] })
  items!: ChildDto[];

  @ApiProperty({ type: [PendingChildDto], description: 'Children whose first guardian or school has yet to say yes' })
  pending!: PendingChildDto[];
}
