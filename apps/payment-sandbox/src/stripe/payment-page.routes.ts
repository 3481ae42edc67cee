import type { FastifyInstance, FastifyReply } from 'fastify';
import { formatAmount, sendPage } from '../pages/page.ts';
import type { SandboxContext } from '../provider-sandbox.ts';
import { emptyFields, readCardForm, readFields } from './card-form.ts';
import { bankPage, cardPage, closedPage, unknownPage } from './payment-views.ts';
import type { StripePayments } from './stripe-payments.ts';
import type { IntentState, SessionState } from './stripe-state.ts';

interface PaymentRoute {
  Params: { id: string };
  Body: string | undefined;
}

/** The hosted payment page and the bank's approval page, as the payer's browser meets them. */
export function paymentPageRoutes(app: FastifyInstance, context: SandboxContext, payments: StripePayments): void {
  const offerOf = (session: SessionState) => ({
    session,
    merchantName: context.merchants.get(session.merchantId)?.displayName ?? '',
  });
  const intentOf = ({ paymentIntentId }: SessionState): IntentState | undefined =>
    paymentIntentId === null ? undefined : payments.state.intents.get(paymentIntentId);
  const afterAttempt = (reply: FastifyReply, session: SessionState, intent: IntentState): FastifyReply => {
    switch (intent.status) {
      case 'requires_action':
        return reply.redirect(`/c/pay/${session.id}/bank`, 303);
      case 'succeeded':
      case 'processing':
        return reply.redirect(session.successUrl.replace('{CHECKOUT_SESSION_ID}', session.id), 303);
      case 'requires_payment_method':
      case 'canceled':
        return reply.redirect(`/c/pay/${session.id}`, 303);
    }
  };

  app.get<PaymentRoute>('/c/pay/:id', (request, reply) => {
    const session = payments.sessionNow(request.params.id);
    if (!session) return sendPage(reply, unknownPage(), 404);
    const offer = offerOf(session);
    if (session.status !== 'open') return sendPage(reply, closedPage(offer));
    const failure = intentOf(session)?.lastFailure ?? null;
    return sendPage(reply, cardPage({ ...offer, fields: emptyFields, problems: [], failure }));
  });

  app.post<PaymentRoute>('/c/pay/:id', (request, reply) => {
    const session = payments.sessionNow(request.params.id);
    if (!session) return sendPage(reply, unknownPage(), 404);
    const earlier = intentOf(session);
    // The second click of a double click meets a session that is already paid.
    if (session.status === 'complete' && earlier) return afterAttempt(reply, session, earlier);
    if (session.status !== 'open') return sendPage(reply, closedPage(offerOf(session)));
    if (earlier?.status === 'requires_action') return afterAttempt(reply, session, earlier);

    const fields = readFields(request.body);
    const form = readCardForm(fields, context.now());
    if (form.kind === 'problems') {
      return sendPage(reply, cardPage({ ...offerOf(session), fields, problems: form.problems, failure: null }), 422);
    }
    return afterAttempt(reply, session, payments.submitCard(session, form.card, form.testCard.outcome));
  });

  app.get<PaymentRoute>('/c/pay/:id/bank', (request, reply) => {
    const session = payments.sessionNow(request.params.id);
    if (!session) return sendPage(reply, unknownPage(), 404);
    const intent = intentOf(session);
    if (session.status !== 'open' || intent?.status !== 'requires_action') {
      return reply.redirect(`/c/pay/${session.id}`, 303);
    }
    const { merchantName } = offerOf(session);
    const amount = formatAmount(session.amount, session.currency);
    const heading = 'Godkjenn betalingen';
    return sendPage(reply, bankPage({ heading, merchantName, amount, card: intent.card, action: request.url }));
  });

  app.post<PaymentRoute>('/c/pay/:id/bank', (request, reply) => {
    const session = payments.sessionNow(request.params.id);
    if (!session) return sendPage(reply, unknownPage(), 404);
    const intent = intentOf(session);
    if (!intent || session.status !== 'open') return reply.redirect(`/c/pay/${session.id}`, 303);
    if (intent.status !== 'requires_action') return afterAttempt(reply, session, intent);
    const approved = new URLSearchParams(request.body).get('decision') === 'approve';
    return afterAttempt(reply, session, payments.answerBank(session, intent, approved));
  });
}
