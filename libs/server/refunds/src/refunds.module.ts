import { Module } from '@nestjs/common';

/** Money out: refunds to those who paid, and the payouts that carry them. */
@Module({})
export class RefundsModule {}
