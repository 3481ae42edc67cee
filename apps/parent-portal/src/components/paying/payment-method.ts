import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Child } from '../children.ts';

/** A way to pay that a school has. */
export type PaymentMethod = Child['topUp']['providers'][number];

const storageKey = 'kantinekortet.payment-method';

/** The ways to pay for a child: the one chosen last on this device, else the school's first. None has no choice. */
export function usePaymentMethods({ topUp: { providers: methods } }: Child) {
  const [wanted, setWanted] = useState(() => localStorage.getItem(storageKey));
  return {
    methods,
    chosen: methods.find(({ provider }) => provider === wanted) ?? methods[0],
    choose: ({ provider }: PaymentMethod) => {
      localStorage.setItem(storageKey, provider);
      setWanted(provider);
    },
  };
}

/** What a method is called inside a sentence: apps by their own names, which no language changes. */
export function useMethodName(): (method: string) => string {
  const { t } = useLingui();
  return (method) => (method === 'card' ? t`bankkort` : method);
}
