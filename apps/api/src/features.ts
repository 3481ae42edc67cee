import { BooksModule } from '@kantinekortet/books';
import { CardsModule } from '@kantinekortet/cards';
import { CatalogueModule } from '@kantinekortet/catalogue';
import { CheckoutModule } from '@kantinekortet/checkout';
import { IdentityModule } from '@kantinekortet/identity';
import { PaymentsModule } from '@kantinekortet/payments';
import { ProvidersModule } from '@kantinekortet/providers';
import { RefundsModule } from '@kantinekortet/refunds';
import { ReportingModule } from '@kantinekortet/reporting';
import { SchoolsModule } from '@kantinekortet/schools';
import { SupportModule } from '@kantinekortet/support';
import { TasksModule } from '@kantinekortet/tasks';
import { WalletModule } from '@kantinekortet/wallet';

/** Every feature of the API, in the order of their dependencies. */
export const featureModules = [
  WalletModule,
  IdentityModule,
  SchoolsModule,
  CardsModule,
  CatalogueModule,
  ProvidersModule,
  TasksModule,
  PaymentsModule,
  RefundsModule,
  CheckoutModule,
  SupportModule,
  ReportingModule,
  BooksModule,
];
