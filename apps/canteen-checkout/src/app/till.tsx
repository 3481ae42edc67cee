import { QueryState } from '@kantinekortet/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { registerQuery, type Register } from './register.ts';

// A till that sells never sees the other two: they are fetched when they are needed.
const SaleScreen = lazy(async () => ({ default: (await import('../features/sale/sale-screen.tsx')).SaleScreen }));
const PairRegister = lazy(async () => ({
  default: (await import('../features/pairing/pair-register.tsx')).PairRegister,
}));
const CashierSignIn = lazy(async () => ({
  default: (await import('../features/cashier/cashier-sign-in.tsx')).CashierSignIn,
}));

/** The till's one place: pair it, sign in, sell. */
export function Till() {
  const query = useQuery(registerQuery);
  return (
    <QueryState query={query} isScreen>
      {(current) => <Step current={current} />}
    </QueryState>
  );
}

function Step({ current }: { current: Register | null }) {
  if (current === null) return <PairRegister />;
  if (current.cashierSession === null) return <CashierSignIn cashiers={current.cashiers} />;
  return (
    <SaleScreen
      key={current.cashierSession.id}
      cashierSessionId={current.cashierSession.id}
      allowsWithoutCard={current.settings.allowWithoutCard}
    />
  );
}
