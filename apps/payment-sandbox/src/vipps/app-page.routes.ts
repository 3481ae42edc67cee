import type { FastifyInstance } from 'fastify';
import { html } from '../pages/html.ts';
import { formatAmount, page, sendPage } from '../pages/page.ts';
import type { SandboxContext } from '../provider-sandbox.ts';
import type { VippsPayments } from './vipps-payments.ts';
import type { PaymentState } from './vipps-state.ts';

interface AppRoute {
  Params: { token: string };
  Body: string | undefined;
}

/** The page that plays the payer's app: approve, reject, or leave it until it expires. */
export function appPageRoutes(app: FastifyInstance, context: SandboxContext, payments: VippsPayments): void {
  const merchantOf = ({ merchantId }: PaymentState): string => context.merchants.get(merchantId)?.displayName ?? '';
  const find = (token: string): PaymentState | undefined => {
    const payment = payments.state.byToken(token);
    return payment && payments.now(payment);
  };

  app.get<AppRoute>('/vipps/:token', (request, reply) => {
    const payment = find(request.params.token);
    if (!payment) return sendPage(reply, endedPage('Vi finner ikke betalingen', null), 404);
    if (payment.state === 'CREATED') return sendPage(reply, approvalPage(payment, merchantOf(payment)));
    return sendPage(reply, endedPage(headings[payment.state], payment.returnUrl));
  });

  app.post<AppRoute>('/vipps/:token', (request, reply) => {
    const payment = find(request.params.token);
    if (!payment) return sendPage(reply, endedPage('Vi finner ikke betalingen', null), 404);
    // The second tap of a double tap finds it answered.
    if (payment.state === 'CREATED') {
      const isApproved = new URLSearchParams(request.body).get('decision') === 'approve';
      if (isApproved) payments.approve(payment);
      else payments.move(payment, 'ABORTED');
    }
    return reply.redirect(payment.returnUrl, 303);
  });
}

const headings: Readonly<Record<Exclude<PaymentState['state'], 'CREATED'>, string>> = {
  AUTHORIZED: 'Betalingen er godkjent',
  ABORTED: 'Betalingen er avvist',
  EXPIRED: 'Tiden er ute',
  TERMINATED: 'Betalingen er avbrutt',
};

function approvalPage(payment: PaymentState, merchantName: string): string {
  const amount = formatAmount(payment.value, payment.currency.toLowerCase());
  const content = html`
    <section class="card" aria-labelledby="app-heading">
      <div class="order">
        <p class="merchant">Vipps på telefonen</p>
        <h1 id="app-heading">Betal ${amount}</h1>
      </div>
      <dl class="facts">
        <div>
          <dt>Til</dt>
          <dd>${merchantName}</dd>
        </div>
        <div>
          <dt>For</dt>
          <dd>${payment.description}</dd>
        </div>
      </dl>
      <form method="post" action="/vipps/${payment.token}" class="actions">
        <button type="submit" name="decision" value="approve" class="primary">Godkjenn</button>
        <button type="submit" name="decision" value="reject" class="secondary">Avvis</button>
      </form>
    </section>
  `;
  return page(`Betal til ${merchantName} – Vipps`, content);
}

function endedPage(heading: string, returnUrl: string | null): string {
  const content = html`
    <section class="card">
      <h1>${heading}</h1>
      ${returnUrl === null ? undefined : html`<p><a class="button secondary" href="${returnUrl}">Tilbake til butikken</a></p>`}
    </section>
  `;
  return page(`${heading} – Vipps`, content);
}
