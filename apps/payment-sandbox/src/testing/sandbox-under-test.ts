import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import Stripe from 'stripe';
import type { Fault } from '../faults.ts';
import type { Sandbox } from '../sandbox.ts';
import type { SandboxSettings } from '../settings.ts';

const secretKey = 'sk_test_solbakken0001';
export const webhookSecret = 'whsec_solbakken';

export interface ReceivedWebhook {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A merchant's endpoint that remembers what it gets and can refuse it first. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  refusals = 0;
  readonly #server: Server;
  #waiting: (() => void)[] = [];

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
        response.writeHead(this.refusals > 0 ? 500 : 200).end();
        this.refusals = Math.max(0, this.refusals - 1);
        for (const wake of this.#waiting.splice(0)) wake();
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/events` : '';
  }

  /** Resolves when this many webhooks of the type have come. */
  async until(count: number, type: string): Promise<ReceivedWebhook[]> {
    for (;;) {
      const found = this.received.filter(({ body }) => body.includes(`"type":"${type}"`));
      if (found.length >= count) return found;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  async close(): Promise<void> {
    await new Promise((done) => this.#server.close(done));
  }
}

export const baseSettings: SandboxSettings = { host: '127.0.0.1', port: 0, slowMs: 20, tickMs: 10, merchants: [] };

export function solbakken(webhookUrl: string) {
  const credentials = { secretKey, webhookSecret };
  return { id: 'solbakken', provider: 'stripe', displayName: 'Solbakken kommune', webhookUrl, credentials };
}

export function sdk(sandbox: Sandbox, options: Partial<Stripe.StripeConfig> & { key?: string } = {}): Stripe {
  const { key = secretKey, ...config } = options;
  const { hostname: host, port } = new URL(sandbox.url);
  return new Stripe(key, { host, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false, ...config });
}

export const topUpOf200: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  locale: 'nb',
  client_reference_id: 'top-up-1',
  line_items: [
    {
      quantity: 1,
      price_data: { currency: 'nok', unit_amount: 20_000, product_data: { name: 'Påfylling: Emma & Åse' } },
    },
  ],
  metadata: { topUpId: 'top-up-1' },
  success_url: 'http://localhost:4201/fyll-paa/top-up-1?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:4201/fyll-paa/top-up-1?avbrutt',
};

/** What the payer's browser sends: the card form of a session. Redirects are not followed. */
export function payWith(url: string, number: string): Promise<Response> {
  const body = new URLSearchParams({ number, expiry: '12/49', cvc: '123' });
  return fetch(url, { method: 'POST', body, redirect: 'manual' });
}

export async function orderFault(sandbox: Sandbox, fault: Partial<Fault>): Promise<void> {
  await control(sandbox, 'faults', fault);
}

export function control(sandbox: Sandbox, path: string, body?: object): Promise<Response> {
  return fetch(`${sandbox.url}/control/${path}`, {
    method: 'POST',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
}
