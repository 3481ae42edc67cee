import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentSandbox, type SandboxMerchant } from '@kantinekortet/providers/testing';
import { LedgerProofService } from '@kantinekortet/wallet';
import { featureModules } from './features.ts';
import { flawOf } from './testing/absurd-input.ts';
import { contractRoutes } from './testing/contract-routes.ts';
import { pathIn, routeTable } from './testing/route-table.ts';
import { aPaidMerchant, aSchoolScene } from './testing/school-scene.ts';

const writing = contractRoutes().filter(({ method }) => method !== 'GET');

describe('the same route, asked five times at once', () => {
  let api: TestApi;
  let sandbox: PaymentSandbox;
  let merchant: SandboxMerchant;
  beforeAll(async () => {
    [api, sandbox] = await Promise.all([startTestApi({ imports: featureModules }), PaymentSandbox.start()]);
    merchant = await aPaidMerchant(api, sandbox);
  });
  afterAll(async () => {
    const { findings } = await api.get(LedgerProofService).prove({ isWhole: true });
    const { deadlocks } = api.database;
    await Promise.all([api.close(), sandbox.stop()]);
    // A transaction that ran again would hide a wrong order of locks, until it does not succeed the fifth time either.
    expect(deadlocks).toBe(0);
    expect(findings).toEqual([]);
  });

  it.each(writing.map((route) => [route.name, route] as const))('%s', async (name, { method, path }) => {
    const scene = await aSchoolScene(api, merchant);
    const { may = [], body, query, contentType } = routeTable[name] ?? {};
    const browser = scene.browsers[may.at(-1) ?? 'nobody'];
    const url = pathIn(scene, path) + (query ? `?${query}` : '');
    const headers: Record<string, string> = contentType ? { 'content-type': contentType } : {};
    const repeated = await body?.(scene);
    const bodies = [repeated, repeated, repeated, await body?.(scene), await body?.(scene)];
    await api.database.query('DELETE FROM rate_limit');

    const answers = await Promise.all(bodies.map((each) => browser.request(method, url, each, headers)));
    expect(answers.map(flawOf).filter((flaw) => flaw !== undefined)).toEqual([]);
    // Whoever comes too late is told of the one who came first; a wish that nobody answers is a fault.
    const isAnswered = may.length === 0 || answers.some(({ status }) => status < 300 || status === 409);
    expect(isAnswered).toBe(true);
  });
});
