import type { ApiProblem } from '@kantinekortet/api-client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../../app/api.ts';
import { forgetAttempt, keepAttempt, nextCounter, openAttempt } from './attempt-store.ts';
import { saleApi } from './sale-api.ts';
import { SaleDesk, type Desk } from './sale-desk.ts';
import { play } from '../../components/sounds.ts';

const showResultMs = 20_000;
const passing = new Set(['sold', 'refused', 'undone', 'given_up', 'holder_shown', 'asks_repeat']);

/** The sale of one cashier session; a sale that was open when the till was closed goes on by itself. */
export function useSaleDesk(cashierSessionId: string, onStale: (problem: ApiProblem) => void): [Desk, SaleDesk] {
  const [desk] = useState(
    () => new SaleDesk({ api: saleApi(api), cashierSessionId, keepAttempt, forgetAttempt, nextCounter, play, onStale }),
  );
  const state = useSyncExternalStore(desk.subscribe, desk.current);

  useEffect(() => {
    void openAttempt().then((attempt) => attempt && desk.resume(attempt));
  }, [desk]);

  const { sale } = state;
  useEffect(() => {
    if (!passing.has(sale.kind)) return undefined;
    const timer = setTimeout(() => desk.dismiss(), showResultMs);
    return () => clearTimeout(timer);
  }, [desk, sale]);

  return [state, desk];
}
