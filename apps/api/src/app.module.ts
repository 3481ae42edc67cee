import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type Config } from '@kantinekortet/platform';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { featureModules } from './features.ts';
import { HealthController } from './health/health.controller.ts';
import { MetricsController } from './health/metrics.controller.ts';
import { loggerOptions } from './logger.ts';

/** The composition root: every module of the API, and nothing else. */
@Module({})
export class AppModule {
  static withConfig(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.withConfig(config),
        LoggerModule.forRoot(loggerOptions(config)),
        TerminusModule,
        ...featureModules,
      ],
      controllers: [HealthController, MetricsController],
    };
  }
}
