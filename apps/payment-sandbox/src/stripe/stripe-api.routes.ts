import type { FastifyInstance } from 'fastify';
import type { Merchant } from '../merchants.ts';
import type { SandboxContext } from '../provider-sandbox.ts';
import { createParams, newSession } from './create-session.ts';
import { createdWithin, expandedItems, listParams, ofMerchant, pageOf } from './lists.ts';
import { newSetup, setupParams } from './saved-cards/new-setup.ts';
import type { SavedCards } from './saved-cards/saved-cards.ts';
import type { StripeCall, StripeEndpoints } from './stripe-endpoint.ts';
import { StripeFailure } from './stripe-failure.ts';
import type { StripePayments } from './stripe-payments.ts';
import { refundParams } from './create-refund.ts';
import type { StripeRefunds } from './stripe-refunds.ts';
import { ownedBy, type IntentState, type SessionState } from './stripe-state.ts';

interface StripeApiParts {
  context: SandboxContext;
  payments: StripePayments;
  refunds: StripeRefunds;
  savedCards: SavedCards;
  endpoints: StripeEndpoints;
}

/** The part of Stripe's HTTP API that our calls use. Paths, parameters and objects: docs.stripe.com/api. */
export function stripeApiRoutes(
  app: FastifyInstance,
  { context, payments, refunds, savedCards, endpoints }: StripeApiParts,
): void {
  const { state, objects } = payments;

  const sessionOf = ({ merchant, id }: Pick<StripeCall, 'merchant' | 'id'>): SessionState => {
    const session = ownedBy(merchant, payments.sessionNow(id));
    if (!session) throw StripeFailure.missing('checkout.session', id, 'session');
    return session;
  };
  const intentOf = (merchant: Merchant, id: string): IntentState => {
    const intent = ownedBy(merchant, state.intents.get(id));
    if (!intent) throw StripeFailure.missing('payment_intent', id, 'intent');
    return intent;
  };

  app.post(
    '/v1/checkout/sessions',
    endpoints.handler({
      operation: 'checkout.sessions.create',
      params: [...createParams, ...setupParams],
      run: (call) =>
        call.params.required('mode') === 'setup'
          ? objects.setup(state.setups.put(newSetup(call, context.now())))
          : objects.session(state.sessions.put(newSession(call, context.now()))),
    }),
  );
  app.get(
    '/v1/checkout/sessions/:id',
    endpoints.handler({
      operation: 'checkout.sessions.retrieve',
      params: [],
      run: (call) => {
        const setup = ownedBy(call.merchant, savedCards.setupNow(call.id));
        const expand = call.params.list('expand');
        return setup ? objects.setup(setup, expand) : objects.session(sessionOf(call), expand);
      },
    }),
  );
  app.post(
    '/v1/checkout/sessions/:id/expire',
    endpoints.handler({
      operation: 'checkout.sessions.expire',
      params: [],
      run: (call) => {
        const setup = ownedBy(call.merchant, savedCards.setupNow(call.id));
        if (setup?.status === 'open') return objects.setup(savedCards.expire(setup));
        const session = sessionOf(call);
        if (session.status !== 'open') {
          throw StripeFailure.wrongState(
            `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
          );
        }
        return objects.session(payments.expire(session), call.params.list('expand'));
      },
    }),
  );
  app.get(
    '/v1/checkout/sessions',
    endpoints.handler({
      operation: 'checkout.sessions.list',
      params: [...listParams, 'status', 'payment_intent'],
      run: ({ merchant, params }) => {
        const status = params.oneOf('status', ['open', 'complete', 'expired']);
        const intentId = params.optional('payment_intent');
        const found = createdWithin(params, ofMerchant(merchant, state.sessions.all())).filter(
          (session) =>
            (status === undefined || session.status === status) &&
            (intentId === undefined || session.paymentIntentId === intentId),
        );
        const expand = params.list('expand').map((path) => path.replace(/^data\./, ''));
        const rendered = found.map((session) => objects.session(session, expand));
        return pageOf('/v1/checkout/sessions', rendered, params);
      },
    }),
  );
  app.get(
    '/v1/payment_intents/:id',
    endpoints.handler({
      operation: 'paymentIntents.retrieve',
      params: [],
      run: ({ merchant, id, params }) => objects.intent(intentOf(merchant, id), params.list('expand')),
    }),
  );
  app.post(
    '/v1/refunds',
    endpoints.handler({
      operation: 'refunds.create',
      params: refundParams,
      run: (call) => {
        const intent = intentOf(call.merchant, call.params.required('payment_intent'));
        return refunds.render(refunds.create(call, intent));
      },
    }),
  );
  app.get(
    '/v1/refunds/:id',
    endpoints.handler({
      operation: 'refunds.retrieve',
      params: [],
      run: ({ merchant, id }) => {
        const refund = ownedBy(merchant, state.refunds.get(id));
        if (!refund) throw StripeFailure.missing('refund', id, 'refund');
        return refunds.render(refund);
      },
    }),
  );
  app.get(
    '/v1/refunds',
    endpoints.handler({
      operation: 'refunds.list',
      params: [...listParams, 'payment_intent'],
      run: ({ merchant, params }) => {
        const intentId = params.optional('payment_intent');
        const found = createdWithin(params, ofMerchant(merchant, state.refunds.all())).filter(
          (refund) => intentId === undefined || refund.intentId === intentId,
        );
        const expand = expandedItems(params.list('expand'));
        const rendered = found.map((refund) => refunds.render(refund, expand));
        return pageOf('/v1/refunds', rendered, params);
      },
    }),
  );
  app.get(
    '/v1/events',
    endpoints.handler({
      operation: 'events.list',
      params: [...listParams, 'type', 'types'],
      run: ({ merchant, params }) => {
        const type = params.optional('type');
        const types = type === undefined ? params.list('types') : [type];
        const found = createdWithin(params, ofMerchant(merchant, state.events.all())).filter(
          (event) => types.length === 0 || types.includes(event.type),
        );
        const page = pageOf('/v1/events', found, params);
        return { ...page, data: page.data.map(({ body }): unknown => JSON.parse(body)) };
      },
    }),
  );
  app.get(
    '/v1/events/:id',
    endpoints.handler({
      operation: 'events.retrieve',
      params: [],
      run: ({ merchant, id }) => {
        const event = ownedBy(merchant, state.events.get(id));
        if (!event) throw StripeFailure.missing('event', id, 'id');
        return event.body;
      },
    }),
  );
}
