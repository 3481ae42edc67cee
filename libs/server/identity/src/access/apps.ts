import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Config } from '@kantinekortet/platform';
import type { FastifyRequest } from 'fastify';
import { NotAllowed } from './access.errors.ts';

/** The SPAs. Each names itself in the header `Kantinekortet-App` and has a cookie of its own. */
export const apps = ['parent-portal', 'admin-office', 'canteen-checkout'] as const;
export type App = (typeof apps)[number];

/** The SPAs in which a person signs in; a till is paired instead. */
export type PersonApp = Exclude<App, 'canteen-checkout'>;

/** The SPA that a request names; undefined when it names none that exists. */
export function appOf(request: FastifyRequest): App | undefined {
  return apps.find((app) => app === request.headers['kantinekortet-app']);
}

/** The SPA that calls a route meant for people. Throws NotAllowed for a till. */
export const CallingApp = createParamDecorator((_: unknown, context: ExecutionContext): PersonApp => {
  const app = appOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (app === undefined || app === 'canteen-checkout') throw new NotAllowed();
  return app;
});

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
