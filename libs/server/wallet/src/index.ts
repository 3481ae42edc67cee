export {
  BalanceWatches,
  readBalanceBelow,
  type BalanceBelow,
  type BalanceWatchKey,
} from './balance-watches.service.ts';
export { ChargebacksService } from './chargebacks.service.ts';
export { ClaimsService, type Claim, type SettledClaim, type WalletRequest } from './claims.service.ts';
export { ClosingsService } from './closings.service.ts';
export { contentHash } from './content-hash.ts';
export { DepositsService, type TopUpRequest, type TopUpResult } from './deposits.service.ts';
export { FeesService, splitFee, type FeeResult, type WaiverResult } from './fees.service.ts';
export { HoldsService, type Hold } from './holds.service.ts';
export { layersOf, type Layer, type LayerEntry } from './layers.ts';
export { LayersService } from './layers.service.ts';
export {
  ClaimNotFound,
  InsufficientFunds,
  OperationConflict,
  ReversedAlready,
  WalletNotFound,
} from './ledger.errors.ts';
export { LedgerService } from './ledger.service.ts';
export type { AccountRef, Booking, Leg, OperationKind, OperationRequest, Origin, Outcome } from './ledger.types.ts';
export { LedgerProofService, type LedgerFinding, type LedgerProof } from './proof/ledger-proof.service.ts';
export { PayoutsService } from './payouts.service.ts';
export { readRows, type Reader } from './reader.ts';
export { ReversalsService } from './reversals.service.ts';
export { SettlementsService } from './settlements.service.ts';
export { StatementsService, type StatementLine, type StatementPeriod } from './statements.service.ts';
export { WalletModule } from './wallet.module.ts';
export { WalletsService, type Wallet } from './wallets.service.ts';
