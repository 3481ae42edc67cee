import { ChargebackConfirmations } from './chargeback-confirmations.service.ts';
import { ChargebackEvents } from './chargeback-events.service.ts';
import { ChargebackLetters } from './chargeback-letters.ts';
import { ChargebackMoney } from './chargeback-money.ts';
import { ChargebackQuestions } from './chargeback-questions.service.ts';
import { ChargebackTasks } from './chargeback-tasks.ts';
import { ChargebacksJob } from './chargebacks.job.ts';
import { DisputedCards } from './disputed-cards.ts';

/** What works on money that payers got back past us. */
export const chargebackProviders = [
  ChargebackConfirmations,
  ChargebackEvents,
  ChargebackLetters,
  ChargebackMoney,
  ChargebackQuestions,
  ChargebackTasks,
  ChargebacksJob,
  DisputedCards,
];
