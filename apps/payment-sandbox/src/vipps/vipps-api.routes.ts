import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../provider-sandbox.ts';
import { readAmount, readNewPayment } from './new-payment.ts';
import type { VippsCall, VippsEndpoints } from './vipps-endpoint.ts';
import { VippsFailure } from './vipps-failure.ts';
import { renderAdjusted, renderEvent, renderPayment, type VippsPayments } from './vipps-payments.ts';
import type { PaymentState } from './vipps-state.ts';

const root = '/epayment/v1/payments';

interface ApiParts {
  context: SandboxContext;
  payments: VippsPayments;
  endpoints: VippsEndpoints;
}

/** The calls of the ePayment API that a merchant of ours makes; docs/providers.md lists them with their sources. */
export function vippsApiRoutes(app: FastifyInstance, { context, payments, endpoints }: ApiParts): void {
  const find = ({ merchant, params: { reference = '' } }: VippsCall): PaymentState => {
    const payment = payments.state.find(merchant.id, reference);
    if (!payment) throw new VippsFailure(404, 'Not found', `There is no payment ${reference}.`);
    return payments.now(payment);
  };
  const change = ({ body, idempotencyKey }: VippsCall) => {
    return { value: readAmount(body['modificationAmount']).value, idempotencyKey };
  };

  app.post('/accesstoken/get', endpoints.giveToken);
  app.post(
    root,
    endpoints.handler({
      operation: 'payments.create',
      run: (call) => {
        const wanted = readNewPayment(call);
        if (payments.state.find(call.merchant.id, wanted.reference)) {
          throw new VippsFailure(409, 'Conflict', `The reference ${wanted.reference} is in use.`);
        }
        const { reference, token } = payments.create(wanted);
        return { reference, redirectUrl: `${context.publicUrl()}/vipps/${token}` };
      },
    }),
  );
  app.get(
    `${root}/:reference`,
    endpoints.handler({ operation: 'payments.get', run: (call) => renderPayment(find(call), context.publicUrl()) }),
  );
  app.get(
    `${root}/:reference/events`,
    endpoints.handler({
      operation: 'payments.events',
      run: (call) => {
        const payment = find(call);
        return payment.events.map((event) => renderEvent(payment, event));
      },
    }),
  );
  app.post(
    `${root}/:reference/capture`,
    endpoints.handler({
      operation: 'payments.capture',
      run: (call) => renderAdjusted(payments.capture(find(call), change(call))),
    }),
  );
  app.post(
    `${root}/:reference/cancel`,
    endpoints.handler({
      operation: 'payments.cancel',
      run: (call) => {
        const onlyIfOpen = call.body['cancelTransactionOnly'] === true;
        return renderAdjusted(payments.cancel(find(call), onlyIfOpen, call.idempotencyKey));
      },
    }),
  );
  app.post(
    `${root}/:reference/refund`,
    endpoints.handler({
      operation: 'payments.refund',
      run: (call) => {
        if (call.fault === 'refund_refused') throw new VippsFailure(409, 'Refund not allowed', 'Ordered by a test.');
        return renderAdjusted(payments.refund(find(call), change(call)));
      },
    }),
  );
}
