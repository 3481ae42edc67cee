import type { Config } from '@kantinekortet/platform';
import type { FastifyRequest } from 'fastify';
import { ForeignPage } from './access.errors.ts';
import { appOf, appUrl } from './apps.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * An unsafe request must come from a page of ours: only that page can set the header `Kantinekortet-App`, and a
 * browser that sends `Origin` must name that app's own. Throws ForeignPage.
 */
export function assertOwnPage(request: FastifyRequest, config: Config): void {
  if (safeMethods.has(request.method)) return;
  const app = appOf(request);
  if (!app) throw new ForeignPage('The header Kantinekortet-App is missing.');
  const { origin } = request.headers;
  if (origin !== undefined && origin !== new URL(appUrl(app, config)).origin) {
    throw new ForeignPage('The request comes from a page of another origin.');
  }
}
