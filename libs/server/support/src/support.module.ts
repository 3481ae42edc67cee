import { Module } from '@nestjs/common';
import { CardsModule } from '@kantinekortet/cards';
import { IdentityModule } from '@kantinekortet/identity';
import { SchoolsModule } from '@kantinekortet/schools';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { AttachmentsService } from './attachments/attachments.service.ts';
import { CaseSteps } from './cases/case-steps.ts';
import { OpenCaseService } from './cases/open-case.service.ts';
import { ThreadKeys } from './cases/thread-keys.ts';
import { ContactThrottle } from './contact/contact-throttle.ts';
import { ContactController } from './contact/contact.controller.ts';
import { ContactService } from './contact/contact.service.ts';
import { OwnCasesController } from './contact/own-cases.controller.ts';
import { ThreadsService } from './contact/threads.service.ts';
import { MailListener } from './mail-in/mail-listener.ts';
import { MailAnswers } from './mail-in/mail-answers.ts';
import { MailCases } from './mail-in/mail-cases.service.ts';
import { MailSenders } from './mail-in/mail-senders.ts';
import { SupportAddress } from './mail-in/support-address.ts';
import { MailTaker } from './mail-in/mail-taker.service.ts';
import { CaseAnswersService } from './office/case-answers.service.ts';
import { CaseChangesService } from './office/case-changes.service.ts';
import { CaseListService } from './office/case-list.service.ts';
import { CaseReader } from './office/case-reader.ts';
import { CasesController } from './office/cases.controller.ts';

/** "Kontakt": what people write to a school, and what the school answers and does. */
@Module({
  imports: [IdentityModule, SchoolsModule, CardsModule],
  controllers: [ContactController, OwnCasesController, CasesController, AttachmentsController],
  providers: [
    AttachmentsService,
    CaseAnswersService,
    CaseChangesService,
    CaseListService,
    CaseReader,
    CaseSteps,
    ContactService,
    ContactThrottle,
    MailListener,
    MailTaker,
    MailAnswers,
    MailCases,
    MailSenders,
    SupportAddress,
    OpenCaseService,
    ThreadKeys,
    ThreadsService,
  ],
})
export class SupportModule {}
