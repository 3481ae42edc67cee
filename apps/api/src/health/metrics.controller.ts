import { Public } from '@kantinekortet/identity';
import { Database } from '@kantinekortet/platform';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Counter, register } from 'prom-client';

/** Prometheus reads the process here. The proxy does not expose it. */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(database: Database) {
    register.clear();
    collectDefaultMetrics();
    const deadlocks = new Counter({
      name: 'kantinekortet_database_deadlocks_total',
      help: 'Transactions that PostgreSQL ended for a deadlock, and that ran again',
      collect() {
        deadlocks.reset();
        deadlocks.inc(database.deadlocks);
      },
    });
  }

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return register.metrics();
  }
}
