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
