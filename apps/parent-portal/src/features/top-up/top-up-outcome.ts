import type { Reply } from '@kantinekortet/api-client';

export type TopUpState = Reply<'/top-ups/{id}', 'get'>;

/** What a person needs to know of a top-up's status: still open, or how it ended. */
export function outcomeOf(topUp: TopUpState | undefined): 'open' | 'paid' | 'failed' | 'expired' | 'returned' {
  switch (topUp?.status) {
    case 'paid':
    case 'failed':
    case 'expired':
    case 'returned':
      return topUp.status;
    case 'created':
    case 'pending':
    case undefined:
      return 'open';
  }
}

/** An automatic top-up that the bank has not let through: it has no payment page, and waits for its payer. */
export function isUnapproved({ checkoutUrl, failureCode }: TopUpState): boolean {
  return checkoutUrl === null && (failureCode === 'authentication_required' || failureCode === 'authentication_failed');
}
