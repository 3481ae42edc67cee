import { readFileSync } from 'node:fs';
import { formatKr } from '@kantinekortet/money';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { html, type Html } from './html.ts';

const style = ['sandbox.css', 'tables.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');
const script = readFileSync(new URL('card-form.js', import.meta.url), 'utf8');

/** A whole page in bokmål. Says on every page that no real money moves. */
export function page(title: string, content: Html, { script: hasScript = false } = {}): string {
  return html`<!doctype html>
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/sandbox.css" />
        ${hasScript ? html`<script type="module" src="/assets/card-form.js"></script>` : undefined}
      </head>
      <body>
        <header class="test-band">
          <p><strong>Testbetaling.</strong> Ingen ekte penger flyttes.</p>
        </header>
        <main>${content}</main>
      </body>
    </html>`.text;
}

export function pageAssets(app: FastifyInstance): void {
  app.get('/assets/sandbox.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.get('/assets/card-form.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
}

export function sendPage(reply: FastifyReply, body: string, status = 200): FastifyReply {
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('content-security-policy', "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:")
    .type('text/html; charset=utf-8')
    .send(body);
}

/** An amount in a currency's minor unit as people read it. */
export function formatAmount(amount: number, currency: string): string {
  return currency === 'nok'
    ? formatKr(amount)
    : `${(amount / 100).toFixed(2).replace('.', ',')}\u00a0${currency.toUpperCase()}`;
}
