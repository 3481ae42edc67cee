import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import createQueryHooks, { type OpenapiQueryClient } from 'openapi-react-query';
import { ApiProblem } from './api-problem.ts';
import type { paths } from './generated/schema.ts';

/** The SPA's name: it picks the session cookie that the server reads, and proves that the request is not cross-site. */
export type AppName = 'parent-portal' | 'admin-office' | 'canteen-checkout';

export interface Api {
  /** Typed fetch: `api.client.POST('/top-ups', { body })`. Rejects with ApiProblem. */
  client: Client<paths>;
  /** Typed hooks: `api.query.useQuery('get', '/guardians/me/children')`. */
  query: OpenapiQueryClient<paths>;
}

/** The one client of an SPA. Every refusal and every lost connection is thrown as an ApiProblem. */
export function createApi(app: AppName): Api {
  const client = createFetchClient<paths>({
    baseUrl: '/api/v1',
    credentials: 'same-origin',
    headers: { 'Kantinekortet-App': app },
  });
  client.use(throwProblems);
  return { client, query: createQueryHooks(client) };
}

const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await ApiProblem.from(response);
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new ApiProblem({ status: 0, code: 'network', detail: String(error) });
  },
};
