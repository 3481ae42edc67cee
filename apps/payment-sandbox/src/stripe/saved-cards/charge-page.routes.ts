import type { FastifyInstance, FastifyReply } from 'fastify';
import { formatAmount, sendPage } from '../../pages/page.ts';
import type { SandboxContext } from '../../provider-sandbox.ts';
import { bankPage, unknownPage } from '../payment-views.ts';
import type { StripePayments } from '../stripe-payments.ts';
import type { IntentState } from '../stripe-state.ts';
import type { Charges } from './charges.ts';

interface ChargeRoute {
  Params: { id: string };
  Body: string | undefined;
}

/** The bank's page of a charge that was confirmed with the payer there (`next_action.redirect_to_url`). */
export function chargePageRoutes(
  app: FastifyInstance,
  { context, payments, charges }: { context: SandboxContext; payments: StripePayments; charges: Charges },
): void {
  app.get<ChargeRoute>('/c/bank/:id', (request, reply) => {
    const intent = payments.state.intents.get(request.params.id);
    if (!intent) return sendPage(reply, unknownPage(), 404);
    if (intent.status !== 'requires_action') return back(reply, intent);
    const merchantName = context.merchants.get(intent.merchantId)?.displayName ?? '';
    const amount = formatAmount(intent.amount, intent.currency);
    const heading = 'Godkjenn betalingen';
    return sendPage(reply, bankPage({ heading, merchantName, amount, card: intent.card, action: request.url }));
  });

  app.post<ChargeRoute>('/c/bank/:id', (request, reply) => {
    const intent = payments.state.intents.get(request.params.id);
    if (!intent) return sendPage(reply, unknownPage(), 404);
    if (intent.status !== 'requires_action') return back(reply, intent);
    const isApproved = new URLSearchParams(request.body).get('decision') === 'approve';
    return back(reply, charges.answerBank(intent, isApproved));
  });
}

/** Back to the merchant, with what Stripe adds to the address. */
function back(reply: FastifyReply, { id, status, returnUrl }: IntentState): FastifyReply {
  if (returnUrl === null) return sendPage(reply, unknownPage(), 404);
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', id);
  url.searchParams.set('redirect_status', status === 'succeeded' ? 'succeeded' : 'failed');
  return reply.redirect(url.href, 303);
}
