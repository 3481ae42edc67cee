import Fastify, { type FastifyInstance } from 'fastify';
import { controlRoutes } from './control.routes.ts';
import { Faults } from './faults.ts';
import { Journal } from './journal.ts';
import { Merchants } from './merchants.ts';
import { overviewRoutes } from './pages/overview.routes.ts';
import { pageAssets } from './pages/page.ts';
import type { ProviderSandbox, SandboxContext } from './provider-sandbox.ts';
import type { SandboxSettings } from './settings.ts';
import { stripeSandbox } from './stripe/stripe-sandbox.ts';
import { vippsSandbox } from './vipps/vipps-sandbox.ts';
import { WebhookOutbox } from './webhook-outbox.ts';

const providers: readonly ProviderSandbox[] = [vippsSandbox, stripeSandbox];

/** A running sandbox. */
export interface Sandbox {
  url: string;
  close(): Promise<void>;
}

/** Starts the sandbox on its port and lets its time run. */
export async function startSandbox(settings: SandboxSettings): Promise<Sandbox> {
  let url = settings.publicUrl;
  const now = (): Date => new Date();
  const journal = new Journal(settings.dataDir);
  const merchants = new Merchants(journal);
  const faults = new Faults();
  const webhooks = new WebhookOutbox({ journal, merchants, providers, faults, now });
  const context: SandboxContext = {
    journal,
    merchants,
    faults,
    webhooks,
    publicUrl: () => url ?? '',
    slowMs: settings.slowMs,
    now,
  };
  const open = providers.map((provider) => provider.open(context));

  const app = newServer();
  pageAssets(app);
  controlRoutes(app, { context, providers, open });
  overviewRoutes(app, context, open);
  for (const provider of open) provider.routes(app);
  for (const merchant of settings.merchants) merchants.register(merchant);

  const address = await app.listen({ host: settings.host, port: settings.port });
  url ??= address;
  const timer = setInterval(() => {
    for (const provider of open) provider.tick();
    webhooks.tick();
  }, settings.tickMs);

  return {
    url,
    close: async () => {
      clearInterval(timer);
      await app.close();
      await webhooks.stop();
    },
  };
}

function newServer(): FastifyInstance {
  // Requests that were ordered never to be answered must not keep the server from stopping.
  const app = Fastify({ forceCloseConnections: true });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  return app;
}
