import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendPage } from '../../pages/page.ts';
import type { SandboxContext } from '../../provider-sandbox.ts';
import { emptyFields, readCardForm, readFields } from '../card-form.ts';
import { bankPage, unknownPage } from '../payment-views.ts';
import type { SetupState } from '../stripe-state.ts';
import type { SavedCards } from './saved-cards.ts';
import { closedSetupPage, setupPage } from './setup-views.ts';

interface SetupRoute {
  Params: { id: string };
  Body: string | undefined;
}

/** The hosted page that saves a card, and the bank's approval of that. */
export function setupPageRoutes(app: FastifyInstance, context: SandboxContext, savedCards: SavedCards): void {
  const offerOf = (setup: SetupState) => ({
    setup,
    merchantName: context.merchants.get(setup.merchantId)?.displayName ?? '',
  });
  const afterAttempt = (reply: FastifyReply, setup: SetupState): FastifyReply => {
    if (setup.status === 'complete') {
      return reply.redirect(setup.successUrl.replace('{CHECKOUT_SESSION_ID}', setup.id), 303);
    }
    return reply.redirect(setup.needsBank ? `/c/setup/${setup.id}/bank` : `/c/setup/${setup.id}`, 303);
  };

  app.get<SetupRoute>('/c/setup/:id', (request, reply) => {
    const setup = savedCards.setupNow(request.params.id);
    if (!setup) return sendPage(reply, unknownPage(), 404);
    if (setup.status !== 'open') return sendPage(reply, closedSetupPage(offerOf(setup)));
    const typed = { fields: emptyFields, problems: [], failure: setup.lastFailure };
    return sendPage(reply, setupPage({ ...offerOf(setup), ...typed }));
  });

  app.post<SetupRoute>('/c/setup/:id', (request, reply) => {
    const setup = savedCards.setupNow(request.params.id);
    if (!setup) return sendPage(reply, unknownPage(), 404);
    // The second click of a double click meets a card that is already saved.
    if (setup.status !== 'open' || setup.needsBank) return afterAttempt(reply, setup);
    const fields = readFields(request.body);
    const form = readCardForm(fields, context.now());
    if (form.kind === 'problems') {
      const typed = { fields, problems: form.problems, failure: null };
      return sendPage(reply, setupPage({ ...offerOf(setup), ...typed }), 422);
    }
    const candidate = { card: form.card, unattended: form.testCard.unattended ?? null };
    return afterAttempt(reply, savedCards.submit(setup, candidate, form.testCard.outcome));
  });

  app.get<SetupRoute>('/c/setup/:id/bank', (request, reply) => {
    const setup = savedCards.setupNow(request.params.id);
    if (!setup) return sendPage(reply, unknownPage(), 404);
    if (setup.status !== 'open' || !setup.needsBank) return afterAttempt(reply, setup);
    const { merchantName } = offerOf(setup);
    const card = setup.candidate?.card ?? null;
    const heading = 'Godkjenn at kortet lagres';
    return sendPage(reply, bankPage({ heading, merchantName, amount: null, card, action: request.url }));
  });

  app.post<SetupRoute>('/c/setup/:id/bank', (request, reply) => {
    const setup = savedCards.setupNow(request.params.id);
    if (!setup) return sendPage(reply, unknownPage(), 404);
    if (setup.status !== 'open' || !setup.needsBank) return afterAttempt(reply, setup);
    const isApproved = new URLSearchParams(request.body).get('decision') === 'approve';
    return afterAttempt(reply, savedCards.answerBank(setup, isApproved));
  });
}
