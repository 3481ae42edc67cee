export { PaymentsModule } from './payments.module.ts';
export { SettlementsJob } from './settlements/settlements.job.ts';
