import { newId } from '@kantinekortet/api-client';
import { type ProblemTexts, useFormat, useSingleFlight } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { useMethodName, type PaymentMethod } from './payment-method.ts';

interface Part {
  walletId: string;
  amountOre: number;
}

interface Order {
  amountOre: number;
  /** Other children whose cards the same payment fills. */
  siblings?: Part[];
  by: PaymentMethod;
}

interface Attempt {
  /** What the ids were drawn for. */
  content: string;
  body: { id: string; amountOre: number; provider: string; siblings: (Part & { id: string })[] };
}

/**
 * Starts a payment, to fill a card, siblings' cards with it, or to pay a claim, and leaves for the provider's page. An
 * attempt keeps its ids while the outcome is unknown, so that a double click, or a second try after the network failed,
 * starts one payment. `more` says what only this payment can be refused for.
 */
export function useStartTopUp(walletId: string, claimId?: string, more: ProblemTexts = {}) {
  const attempt = useRef<Attempt>(undefined);
  const [isLeaving, setIsLeaving] = useState(false);
  const start = useMutation({
    mutationFn: async ({ amountOre, siblings = [], by: { provider } }: Order) => {
      const content = JSON.stringify([amountOre, siblings, provider]);
      if (attempt.current?.content !== content) {
        const parts = siblings.map((part) => ({ ...part, id: newId() }));
        attempt.current = { content, body: { id: newId(), amountOre, provider, siblings: parts } };
      }
      const body = { ...attempt.current.body, walletId, ...(claimId !== undefined && { claimId }) };
      return (await api.client.POST('/top-ups', { body })).data;
    },
    onSuccess: (topUp) => {
      if (!topUp?.checkoutUrl) return;
      setIsLeaving(true);
      window.location.assign(topUp.checkoutUrl);
    },
  });

  useEffect(() => {
    // The browser's back button may bring this very page back from its cache: the next payment is a new one.
    function welcomeBack(event: PageTransitionEvent) {
      if (!event.persisted) return;
      attempt.current = undefined;
      setIsLeaving(false);
    }
    window.addEventListener('pageshow', welcomeBack);
    return () => window.removeEventListener('pageshow', welcomeBack);
  }, []);

  const pay = useSingleFlight((order: Order) => start.mutateAsync(order).catch(() => undefined));
  const triedBy = start.variables?.by;
  const texts = { ...useTopUpTexts(triedBy), ...more };
  return {
    pay: (order: Order) => (isLeaving ? Promise.resolve() : pay(order)),
    busy: start.isPending || isLeaving,
    error: start.error,
    triedBy,
    texts,
  };
}

function useTopUpTexts(triedBy: PaymentMethod | undefined): ProblemTexts {
  const { t } = useLingui();
  const nameOf = useMethodName();
  const { kr } = useFormat();
  return {
    balance_cap_reached: (problem) => {
      const room = kr(problem.ore('roomOre') ?? 0);
      return t`Det er ikke plass til så mye på kortet. Du kan fylle på ${room} nå.`;
    },
    claim_not_found: t`Dette er betalt eller slettet. Last siden på nytt.`,
    claim_amount_differs: t`Beløpet har endret seg. Last siden på nytt.`,
    amount_out_of_range: t`Beløpet er for lite eller for stort.`,
    pupil_left: t`Eleven går ikke på skolen lenger. Kortet kan ikke fylles på.`,
    payment_offer_ended: t`Betalingen er avsluttet. Last siden på nytt og prøv igjen.`,
    payment_provider_unavailable: () => {
      const name = nameOf(triedBy?.method ?? 'card');
      return t`Betaling med ${name} virker ikke nå. Vi har ikke trukket penger. Prøv igjen.`;
    },
    payment_provider_not_connected: t`Skolen tar ikke imot betaling her ennå. Spør skolekontoret.`,
  };
}
