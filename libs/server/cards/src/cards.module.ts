import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SchoolsModule } from '@kantinekortet/schools';
import { WalletModule } from '@kantinekortet/wallet';
import { CardAccess } from './card-access.ts';
import { CardBatchesService } from './card-batches.service.ts';
import { CardSecrets } from './card-secrets.ts';
import { Card } from './card.entity.ts';
import { CardsController } from './cards.controller.ts';
import { CardsService } from './cards.service.ts';
import { DrawCardsService } from './draw-cards.service.ts';
import { LeaversCards } from './leavers-cards.ts';
import { PrintCardsController } from './print-cards.controller.ts';
import { PrintCardsService } from './print-cards.service.ts';
import { PrintLetterService } from './print-letter.service.ts';
import { ReminderPrintService } from './reminders/reminder-print.service.ts';
import { RemindersController } from './reminders/reminders.controller.ts';
import { RemindersService } from './reminders/reminders.service.ts';
import { PrintReplacementService } from './replacements/print-replacement.service.ts';
import { ReplacementSteps } from './replacements/replacement-steps.service.ts';
import { ReplacementWaiversService } from './replacements/replacement-waivers.service.ts';
import { ReplacementsController } from './replacements/replacements.controller.ts';
import { ReplacementsService } from './replacements/replacements.service.ts';
import { RegistrationThrottle } from './registration-throttle.ts';
import { RegistrationService } from './registration.service.ts';

/** Cards, what is printed on them, and whom they identify. */
@Module({
  imports: [TypeOrmModule.forFeature([Card]), SchoolsModule, WalletModule],
  controllers: [CardsController, PrintCardsController, ReplacementsController, RemindersController],
  providers: [
    CardAccess,
    CardBatchesService,
    CardSecrets,
    CardsService,
    DrawCardsService,
    LeaversCards,
    PrintCardsService,
    PrintLetterService,
    PrintReplacementService,
    ReminderPrintService,
    RemindersService,
    ReplacementSteps,
    ReplacementWaiversService,
    ReplacementsService,
    RegistrationService,
    RegistrationThrottle,
  ],
  exports: [CardSecrets, CardsService],
})
export class CardsModule {}
