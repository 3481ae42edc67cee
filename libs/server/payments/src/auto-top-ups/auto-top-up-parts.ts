import { ApprovalsController } from './approvals.controller.ts';
import { ApprovalsService } from './approvals.service.ts';
import { AutoTopUpLetters } from './auto-top-up-letters.service.ts';
import { AutoTopUpsController } from './auto-top-ups.controller.ts';
import { AutoTopUpsService } from './auto-top-ups.service.ts';
import { AutoTopUpsWorker } from './auto-top-ups.worker.ts';
import { ForgetCards } from './forget-cards.ts';
import { RuleSwitch } from './rule-switch.ts';
import { RunCharges } from './run-charges.service.ts';
import { RunJudge } from './run-judge.ts';
import { RunOutcomes } from './run-outcomes.ts';
import { RunsService } from './runs.service.ts';
import { SavedCardEnds } from './saved-card-ends.ts';
import { SavedCardsController } from './saved-cards.controller.ts';
import { SavedCardsService } from './saved-cards.service.ts';

/** Their addresses are under `top-ups`, so they come before it. */
export const autoTopUpControllers = [AutoTopUpsController, SavedCardsController, ApprovalsController];

/** No module of their own: a confirmation moves a run on, and a run asks for confirmations. */
export const autoTopUpProviders = [
  ApprovalsService,
  AutoTopUpLetters,
  AutoTopUpsService,
  AutoTopUpsWorker,
  ForgetCards,
  RuleSwitch,
  RunCharges,
  RunJudge,
  RunOutcomes,
  RunsService,
  SavedCardEnds,
  SavedCardsService,
];
