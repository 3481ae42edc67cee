import { Public } from '@kantinekortet/identity';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, TypeOrmHealthIndicator, type HealthCheckResult } from '@nestjs/terminus';

/** For the proxy and the orchestrator: is the process alive, and can it serve. */
@ApiExcludeController()
@Public()
@Controller('health')
export class HealthController {
  private readonly health: HealthCheckService;
  private readonly database: TypeOrmHealthIndicator;

  constructor(health: HealthCheckService, database: TypeOrmHealthIndicator) {
    this.health = health;
    this.database = database;
  }

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([() => this.database.pingCheck('postgresql', { timeout: 1000 })]);
  }
}
