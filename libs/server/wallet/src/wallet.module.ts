import { Module } from '@nestjs/common';
import { BalanceWatches } from './balance-watches.service.ts';
import { ChargebacksService } from './chargebacks.service.ts';
import { ClaimsService } from './claims.service.ts';
import { ClosingsService } from './closings.service.ts';
import { DepositsService } from './deposits.service.ts';
import { FeesService } from './fees.service.ts';
import { HoldsService } from './holds.service.ts';
import { LayersService } from './layers.service.ts';
import { LedgerService } from './ledger.service.ts';
import { PayoutsService } from './payouts.service.ts';
import { LedgerProofService } from './proof/ledger-proof.service.ts';
import { ReversalsService } from './reversals.service.ts';
import { SettlementsService } from './settlements.service.ts';
import { StatementsService } from './statements.service.ts';
import { WalletsService } from './wallets.service.ts';

const services = [
  BalanceWatches,
  ChargebacksService,
  ClaimsService,
  ClosingsService,
  DepositsService,
  FeesService,
  HoldsService,
  LayersService,
  LedgerProofService,
  LedgerService,
  PayoutsService,
  ReversalsService,
  SettlementsService,
  StatementsService,
  WalletsService,
];

/** The only writer of money. It knows wallets, not pupils, and no other domain. */
@Module({ providers: services, exports: services })
export class WalletModule {}
