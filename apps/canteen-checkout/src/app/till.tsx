import { QueryState } from '@kantinekortet/ui';
import { useQuery } from '@tanstack/react-query';
import { CashierSignIn } from '../features/cashier/cashier-sign-in.tsx';
import { PairRegister } from '../features/pairing/pair-register.tsx';
import { SaleScreen } from '../features/sale/sale-screen.tsx';
import { registerQuery } from './register.ts';

/** The till's one place: pair it, sign in, sell. */
export function Till() {
  const query = useQuery(registerQuery);
  return (
    <QueryState query={query}>
      {(current) => {
        if (current === null) return <PairRegister />;
        if (current.cashierSession === null) return <CashierSignIn cashiers={current.cashiers} />;
        return (
          <SaleScreen
            key={current.cashierSession.id}
            cashierSessionId={current.cashierSession.id}
            allowsWithoutCard={current.settings.allowWithoutCard}
          />
        );
      }}
    </QueryState>
  );
}
