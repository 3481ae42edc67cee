import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '@kantinekortet/platform/testing';
import { PaymentSandbox, type SandboxMerchant } from '@kantinekortet/providers/testing';
import { featureModules } from './features.ts';
import { absurdBodies, absurdIds, absurdQueries, absurdVariants, flawOf } from './testing/absurd-input.ts';
import { contractRoutes, type ContractRoute } from './testing/contract-routes.ts';
import { pathIn, routeTable } from './testing/route-table.ts';
import { aPaidMerchant, aSchoolScene, type SchoolScene } from './testing/school-scene.ts';

interface Wish {
  readonly url: string;
  readonly body?: unknown;
}

const json = { 'content-type': 'application/json' };
const routes = contractRoutes().filter(({ path, queryNames, takesJson }) => {
  return takesJson || queryNames.length > 0 || path.includes('{');
});

describe('absurd input', () => {
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

  it.each(routes.map((route) => [route.name, route] as const))('is refused as a problem by %s', async (name, route) => {
    // Reading changes nothing: whoever reads may share a scene.
    const scene = route.method === 'GET' ? readingScene : await aSchoolScene(api, merchant);
    const browser = scene.browsers[routeTable[name]?.may[0] ?? 'nobody'];
    const flaws = [];
    for await (const { url, body } of wishes(scene, route)) {
      const ask = () => browser.request(route.method, url, body, typeof body === 'string' ? json : {});
      const answer = await ask();
      if (answer.status === 429) await api.database.query('DELETE FROM rate_limit');
      const flaw = flawOf(answer.status === 429 ? await ask() : answer);
      if (flaw !== undefined) flaws.push({ url, body, flaw });
    }
    expect(flaws).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });
});

/** Everything absurd that can be asked of a route: in its path, in its query, in its body. */
async function* wishes(
  scene: SchoolScene,
  { name: route, path, queryNames, takesJson }: ContractRoute,
): AsyncGenerator<Wish> {
  const url = pathIn(scene, path);
  const body = takesJson ? await routeTable[route]?.body?.(scene) : undefined;
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    for (const id of absurdIds) yield { url: pathIn(scene, path, { [name]: id }), body };
  }
  for (const key of queryNames) {
    for (const value of absurdQueries) {
      yield { url: `${url}?${key}=${value}`, body };
      yield { url: `${url}?${key}=${value}&${key}[${value}]=${value}`, body };
    }
  }
  if (!takesJson) return;
  for (const odd of [...absurdBodies, ...absurdVariants(body)]) yield { url, body: odd };
}
