export { RefundsModule } from './refunds.module.ts';
