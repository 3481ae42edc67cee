import type { FastifyInstance } from 'fastify';
import { createdWithin, listParams, ofMerchant, pageOf } from '../lists.ts';
import type { StripeCall, StripeEndpoints } from '../stripe-endpoint.ts';
import { StripeFailure } from '../stripe-failure.ts';
import type { StripePayments } from '../stripe-payments.ts';
import { ownedBy, type IntentState } from '../stripe-state.ts';
import type { Charges } from './charges.ts';

/** Customers, and charges of their saved cards (docs.stripe.com/api/customers, …/payment_intents). */
export function savedCardRoutes(
  app: FastifyInstance,
  { payments, charges, endpoints }: { payments: StripePayments; charges: Charges; endpoints: StripeEndpoints },
): void {
  const { state, objects } = payments;
  const intentOf = ({ merchant, id }: StripeCall): IntentState => {
    const intent = ownedBy(merchant, state.intents.get(id));
    if (!intent) throw StripeFailure.missing('payment_intent', id, 'intent');
    return intent;
  };

  app.post(
    '/v1/payment_intents',
    endpoints.handler({
      operation: 'paymentIntents.create',
      params: [
        'allowed_payment_method_types',
        'amount',
        'confirm',
        'currency',
        'customer',
        'description',
        'metadata',
        'off_session',
        'payment_method',
      ],
      run: (call) => objects.intent(charges.create(call), call.params.list('expand')),
    }),
  );
  app.post(
    '/v1/payment_intents/:id/confirm',
    endpoints.handler({
      operation: 'paymentIntents.confirm',
      params: ['payment_method', 'return_url'],
      run: (call) => objects.intent(charges.confirm(call, intentOf(call)), call.params.list('expand')),
    }),
  );
  app.post(
    '/v1/payment_intents/:id/cancel',
    endpoints.handler({
      operation: 'paymentIntents.cancel',
      params: [],
      run: (call) => objects.intent(charges.cancel(intentOf(call)), call.params.list('expand')),
    }),
  );
  app.get(
    '/v1/payment_intents',
    endpoints.handler({
      operation: 'paymentIntents.list',
      params: [...listParams, 'customer'],
      run: ({ merchant, params }) => {
        const customer = params.optional('customer');
        const expand = params.list('expand').map((path) => path.replace(/^data\./, ''));
        const found = createdWithin(params, ofMerchant(merchant, state.intents.all()))
          .map((intent) => objects.intent(intent, expand))
          .filter((intent) => customer === undefined || intent.customer === customer);
        return pageOf('/v1/payment_intents', found, params);
      },
    }),
  );
  app.delete(
    '/v1/customers/:id',
    endpoints.handler({
      operation: 'customers.del',
      params: [],
      run: ({ merchant, id }) => {
        const customer = ownedBy(merchant, state.customers.get(id));
        if (!customer || customer.isDeleted) throw StripeFailure.missing('customer', id, 'id');
        state.customers.put({ ...customer, isDeleted: true });
        return { id, object: 'customer', deleted: true };
      },
    }),
  );
}
