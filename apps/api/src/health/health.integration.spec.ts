import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { TerminusModule } from '@nestjs/terminus';
import { featureModules } from '../features.ts';
import { HealthController } from './health.controller.ts';
import { MetricsController } from './metrics.controller.ts';

describe('what the operator watches', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({
      imports: [TerminusModule, ...featureModules],
      controllers: [HealthController, MetricsController],
    });
  });
  afterAll(() => api.close());

  it('answers that it lives, and that it can serve', async () => {
    const live = await fetch(`${api.url}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await fetch(`${api.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ok' }]);
  });

  it("shows Prometheus the process, the books' proof and the deadlocks", async () => {
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    expect(metrics).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(metrics).toMatch(/^kantinekortet_books_findings Nan$/m);
    expect(metrics).toMatch(/^kantinekortet_database_deadlocks_total 0$/m);
  });
});
