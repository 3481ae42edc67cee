import { Module } from '@nestjs/common';
import { CardsModule } from '@kantinekortet/cards';
import { CatalogueModule } from '@kantinekortet/catalogue';
import { IdentityModule } from '@kantinekortet/identity';
import { SchoolsModule } from '@kantinekortet/schools';
import { WalletModule } from '@kantinekortet/wallet';
import { CashierSessionsController } from './cashiers/cashier-sessions.controller.ts';
import { CashierSessionsService } from './cashiers/cashier-sessions.service.ts';
import { CashiersController } from './cashiers/cashiers.controller.ts';
import { CashiersService } from './cashiers/cashiers.service.ts';
import { SaleCreditsController } from './credits/sale-credits.controller.ts';
import { SaleCreditsService } from './credits/sale-credits.service.ts';
import { LimitsController } from './limits/limits.controller.ts';
import { LimitsService } from './limits/limits.service.ts';
import { PairingService } from './registers/pairing.service.ts';
import { RegistersController } from './registers/registers.controller.ts';
import { RegistersService } from './registers/registers.service.ts';
import { SaleReturnsController } from './returns/sale-returns.controller.ts';
import { SaleReturnsService } from './returns/sale-returns.service.ts';
import { ReceiptsService } from './sales/receipts.service.ts';
import { SaleBatcher } from './sales/sale-batcher.ts';
import { SalesController } from './sales/sales.controller.ts';
import { SalesService } from './sales/sales.service.ts';
import { TillController } from './till/till.controller.ts';
import { TillService } from './till/till.service.ts';

/** Registers and what is sold at them. */
@Module({
  imports: [IdentityModule, SchoolsModule, CardsModule, CatalogueModule, WalletModule],
  controllers: [
    RegistersController,
    CashiersController,
    TillController,
    CashierSessionsController,
    SalesController,
    SaleReturnsController,
    SaleCreditsController,
    LimitsController,
  ],
  providers: [
    RegistersService,
    PairingService,
    CashiersService,
    CashierSessionsService,
    TillService,
    SaleBatcher,
    SalesService,
    ReceiptsService,
    SaleReturnsService,
    SaleCreditsService,
    LimitsService,
  ],
})
export class CheckoutModule {}
