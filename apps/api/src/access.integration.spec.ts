import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentSandbox, type SandboxMerchant } from '@kantinekortet/providers/testing';
import { featureModules } from './features.ts';
import { contractRoutes } from './testing/contract-routes.ts';
import { pathIn, routeTable } from './testing/route-table.ts';
import { aPaidMerchant, aSchoolScene, type SchoolScene } from './testing/school-scene.ts';
import { callers, type Caller } from './testing/who-may.ts';

const routes = contractRoutes();
/** Done, or found done before: the caller is let in. */
const served = [200, 201, 202, 204, 409, 410];

describe('who may use which route', () => {
  let api: TestApi;
  let sandbox: PaymentSandbox;
  let merchant: SandboxMerchant;
  let readingScene: SchoolScene;
  beforeAll(async () => {
    [api, sandbox] = await Promise.all([startTestApi({ imports: featureModules }), PaymentSandbox.start()]);
    merchant = await aPaidMerchant(api, sandbox);
    readingScene = await aSchoolScene(api, merchant);
  });
  afterAll(() => Promise.all([api.close(), sandbox.stop()]));

  it('is said by the table for every route of the contract, and for no other', () => {
    expect(Object.keys(routeTable).sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  it.each(routes.map((route) => [route.name, route] as const))('%s', async (name, { method, path }) => {
    const { may = [], refusals, body, query, contentType } = routeTable[name] ?? {};
    // Reading changes nothing: whoever reads may share a scene.
    const scene = method === 'GET' ? readingScene : await aSchoolScene(api, merchant);
    const url = pathIn(scene, path) + (query ? `?${query}` : '');
    const ask = async (caller: Caller) => {
      await api.database.query('DELETE FROM rate_limit');
      const headers: Record<string, string> = contentType ? { 'content-type': contentType } : {};
      return (await scene.browsers[caller].request(method, url, await body?.(scene), headers)).status;
    };

    const surprises = [];
    for (const caller of callers) {
      const door = caller === 'nobody' ? [401] : [403, 404];
      const expected: readonly number[] = may.includes(caller) ? served : (refusals ?? door);
      const status = await ask(caller);
      if (!expected.includes(status)) surprises.push({ caller, status, expected });
    }
    expect(surprises).toEqual([]);
  });
});
