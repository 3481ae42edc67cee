import type { FastifyInstance } from 'fastify';
import type { OpenProvider, PaymentRecord, SandboxContext } from '../provider-sandbox.ts';
import { html } from './html.ts';
import { formatAmount, page, sendPage } from './page.ts';

const shownPayments = 50;
const statusTexts: Record<PaymentRecord['status'], string> = {
  open: 'Åpen',
  processing: 'Venter på banken',
  paid: 'Betalt',
  failed: 'Avvist',
  expired: 'Utløpt',
};

/** The front page: what the sandbox is, and its latest payments. */
export function overviewRoutes(app: FastifyInstance, context: SandboxContext, open: readonly OpenProvider[]): void {
  app.get('/', (_request, reply) => {
    const payments = open
      .flatMap((provider) => provider.payments())
      .slice(-shownPayments)
      .reverse();
    return sendPage(reply, page('Betalingssandkasse', overview(context, payments)));
  });
}

function overview({ merchants }: SandboxContext, payments: readonly PaymentRecord[]) {
  return html`<section class="card">
    <h1>Betalingssandkasse</h1>
    <p>Her spilles betalingsløsningene på denne maskinen. Betalinger starter i foreldreportalen.</p>
    ${
      payments.length === 0
        ? html`<p class="hint">Betalinger vises her når noen fyller på et kort.</p>`
        : html`<div class="table-box" role="region" aria-label="Siste betalinger" tabindex="0">
            <table>
              <thead>
                <tr>
                  <th scope="col">Mottaker</th>
                  <th scope="col">Status</th>
                  <th scope="col" class="number">Beløp</th>
                </tr>
              </thead>
              <tbody>
                ${payments.map(
                  (payment) =>
                    html`<tr>
                      <td>${merchants.get(payment.merchantId)?.displayName ?? payment.merchantId}</td>
                      <td>${statusTexts[payment.status]}</td>
                      <td class="number">${formatAmount(payment.amountOre, payment.currency)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}
