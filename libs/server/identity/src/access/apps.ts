import type { Config } from '@kantinekortet/platform';
import type { FastifyRequest } from 'fastify';

/** The SPAs. Each names itself in the header `Kantinekortet-App` and has a cookie of its own. */
export const apps = ['parent-portal', 'admin-office', 'canteen-checkout'] as const;
export type App = (typeof apps)[number];

/** The SPAs in which a person signs in; a till is paired instead. */
export type PersonApp = Exclude<App, 'canteen-checkout'>;

/** The SPA that a request names; undefined when it names none that exists. */
export function appOf(request: FastifyRequest): App | undefined {
  return apps.find((app) => app === request.headers['kantinekortet-app']);
}

/** Where an SPA lives, from the configuration. */
export function appUrl(app: App, config: Config): string {
  switch (app) {
    case 'parent-portal':
      return config.parentUrl;
    case 'admin-office':
      return config.officeUrl;
    case 'canteen-checkout':
      return config.checkoutUrl;
  }
}
