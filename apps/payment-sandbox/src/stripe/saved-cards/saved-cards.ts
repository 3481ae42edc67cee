import type { SandboxContext } from '../../provider-sandbox.ts';
import { stripeId } from '../stripe-ids.ts';
import type { StripePayments } from '../stripe-payments.ts';
import type { CandidateCard, PaymentMethodState, SetupState } from '../stripe-state.ts';
import { authenticationFailure, type CardOutcome } from '../test-cards.ts';

/** What happens to an offer to save a card: the payer types one, the bank answers, time passes. */
export class SavedCards {
  readonly payments: StripePayments;
  readonly #context: SandboxContext;

  constructor(context: SandboxContext, payments: StripePayments) {
    this.#context = context;
    this.payments = payments;
  }

  /** The payer sends the card form. The page stays open unless the card was taken. */
  submit(setup: SetupState, candidate: CandidateCard, outcome: CardOutcome): SetupState {
    const tried = { ...setup, candidate, lastFailure: null, needsBank: false };
    switch (outcome.kind) {
      case 'declined':
        return this.#put({ ...tried, lastFailure: outcome.failure });
      case 'bank_approval':
        return this.#put({ ...tried, needsBank: true });
      // Nothing is charged, so a bank that is slow with money is not slow here.
      case 'slow':
      case 'approved':
        return this.#save(tried, candidate);
    }
  }

  /** The payer answers on the bank's page. */
  answerBank(setup: SetupState, isApproved: boolean): SetupState {
    if (isApproved && setup.candidate) return this.#save({ ...setup, needsBank: false }, setup.candidate);
    return this.#put({ ...setup, needsBank: false, lastFailure: authenticationFailure });
  }

  expire(setup: SetupState): SetupState {
    const expired = this.#put({ ...setup, status: 'expired' });
    this.#emit('checkout.session.expired', expired);
    return expired;
  }

  /** The offer as it is now: one whose time is out has expired, even if nobody noticed yet. */
  setupNow(id: string): SetupState | undefined {
    const setup = this.payments.state.setups.get(id);
    const isOver = setup?.status === 'open' && Date.parse(setup.expiresAt) <= this.#context.now().getTime();
    return setup && isOver ? this.expire(setup) : setup;
  }

  /** A saved card that may be charged; undefined when it, or its customer, is gone. */
  usable(merchantId: string, customerId: string, paymentMethodId: string): PaymentMethodState | undefined {
    const { customers, paymentMethods } = this.payments.state;
    const method = paymentMethods.get(paymentMethodId);
    const customer = customers.get(customerId);
    const isUsable = method?.merchantId === merchantId && method.customerId === customerId && !customer?.isDeleted;
    return isUsable ? method : undefined;
  }

  #save(setup: SetupState, candidate: CandidateCard): SetupState {
    const { customers, paymentMethods } = this.payments.state;
    const { merchantId } = setup;
    const customer = customers.put({
      id: stripeId('cus'),
      merchantId,
      createdAt: this.#context.now().toISOString(),
      isDeleted: false,
    });
    const method = paymentMethods.put({ ...candidate, id: stripeId('pm'), merchantId, customerId: customer.id });
    const complete = this.#put({ ...setup, status: 'complete', paymentMethodId: method.id });
    this.#emit('checkout.session.completed', complete);
    return complete;
  }

  #put(setup: SetupState): SetupState {
    return this.payments.state.setups.put(setup);
  }

  #emit(type: string, setup: SetupState): void {
    this.payments.events.emit(setup.merchantId, type, this.payments.objects.setup(setup));
  }
}
