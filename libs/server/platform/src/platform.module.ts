import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.ts';
import { Config } from './config.ts';
import { DatabaseModule } from './database/database.module.ts';
import { Jobs } from './jobs/jobs.ts';
import { OutboxHandlers } from './jobs/outbox-handlers.ts';
import { Outbox } from './jobs/outbox.ts';
import { Mail } from './mail/mail.ts';
import { RateLimiter } from './security/rate-limiter.ts';
import { Secrets } from './security/secrets.ts';

const services = [Clock, Secrets, RateLimiter, Outbox, OutboxHandlers, Jobs, Mail];

/** What every module stands on. */
@Global()
@Module({})
export class PlatformModule {
  static withConfig(config: Config): DynamicModule {
    const provider = { provide: Config, useValue: config };
    return {
      module: PlatformModule,
      imports: [DatabaseModule],
      providers: [provider, ...services],
      exports: [Config, DatabaseModule, ...services],
    };
  }
}
