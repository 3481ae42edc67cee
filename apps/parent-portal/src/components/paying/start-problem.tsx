import { Button } from '@digdir/designsystemet-react';
import { ApiProblem } from '@kantinekortet/api-client';
import { ProblemAlert } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useMethodName, type PaymentMethod } from './payment-method.ts';
import type { useStartTopUp } from './use-start-top-up.ts';

interface StartProblemProps {
  start: ReturnType<typeof useStartTopUp>;
  methods: readonly PaymentMethod[];
  onPayBy: (method: PaymentMethod) => void;
}

/** Why a payment did not start. While the one provider is down, the others are offered. */
export function StartProblem({ start: { error, triedBy, texts }, methods, onPayBy }: StartProblemProps) {
  const nameOf = useMethodName();
  const isDown = error instanceof ApiProblem && error.code === 'payment_provider_unavailable';
  const others = isDown ? methods.filter(({ provider }) => provider !== triedBy?.provider) : [];
  return (
    <>
      <ProblemAlert error={error} texts={texts} />
      {others.map((other) => (
        <Button key={other.provider} type="button" variant="secondary" onClick={() => onPayBy(other)}>
          <Trans>Betal med {nameOf(other.method)} i stedet</Trans>
        </Button>
      ))}
    </>
  );
}
