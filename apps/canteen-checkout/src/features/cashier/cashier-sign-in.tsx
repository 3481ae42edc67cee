import { Button, Heading } from '@digdir/designsystemet-react';
import type { ApiProblem } from '@kantinekortet/api-client';
import { EmptyState, ProblemAlert, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowLeftIcon } from '@navikt/aksel-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { registerQuery, type Register } from '../../app/register.ts';
import { unlockSound } from '../../components/sounds.ts';
import styles from './cashier.module.css';
import { PinPad } from './pin-pad.tsx';

type Cashier = Register['cashiers'][number];

/** Who sells: pick the name, type the PIN. */
export function CashierSignIn({ cashiers }: { cashiers: readonly Cashier[] }) {
  const { t } = useLingui();
  const [cashier, setCashier] = useState<Cashier | undefined>();
  if (cashiers.length === 0) {
    return (
      <EmptyState isScreen title={t`Ingen kasserere ennå`}>
        <Trans>Kontoret legger inn kasserere med navn og PIN. De vises her.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={styles.center}>
      {cashier ? (
        <EnterPin cashier={cashier} onBack={() => setCashier(undefined)} />
      ) : (
        <section className={styles.names} aria-labelledby="hvem">
          <Heading level={1} id="hvem">
            <Trans>Hvem skal selge?</Trans>
          </Heading>
          <div className={styles.list}>
            {cashiers.map((candidate) => (
              <Button key={candidate.id} variant="secondary" onClick={() => setCashier(candidate)}>
                {candidate.name}
              </Button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

const texts: ProblemTexts = {
  wrong_pin: msg`Feil PIN. Prøv igjen.`,
};

function EnterPin({ cashier, onBack }: { cashier: Cashier; onBack: () => void }) {
  const queryClient = useQueryClient();
  const signIn = useMutation<unknown, ApiProblem, string>({
    mutationFn: (pin) =>
      api.client.POST('/registers/current/cashier-sessions', { body: { cashierId: cashier.id, pin } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: registerQuery.queryKey }),
  });
  return (
    <section className={styles.pin} aria-labelledby="pin">
      <div>
        <Button variant="tertiary" data-color="neutral" onClick={onBack}>
          <ArrowLeftIcon aria-hidden />
          <Trans>Bytt kasserer</Trans>
        </Button>
        <Heading level={1} id="pin">
          {cashier.name}
        </Heading>
      </div>
      <ProblemAlert error={signIn.error} texts={texts} />
      <PinPad
        key={signIn.failureCount + signIn.submittedAt}
        isBusy={signIn.isPending}
        onComplete={(pin) => {
          unlockSound();
          signIn.mutate(pin);
        }}
      />
    </section>
  );
}
