import { Button } from '@digdir/designsystemet-react';
import { useLingui } from '@lingui/react/macro';
import { LeaveIcon } from '@navikt/aksel-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './api.ts';
import styles from './layout.module.css';
import { goTo } from './place.ts';
import { registerQuery } from './register.ts';

/** Ends the cashier's session; the till stays paired. */
export function SignOutButton({ sessionId, cashierName }: { sessionId: string; cashierName: string }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const signOut = useMutation({
    mutationFn: () =>
      api.client.DELETE('/registers/current/cashier-sessions/{id}', { params: { path: { id: sessionId } } }),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: registerQuery.queryKey });
      goTo('/');
    },
  });
  return (
    <Button
      variant="secondary"
      data-color="neutral"
      className={styles.menu}
      loading={signOut.isPending}
      aria-label={t`Logg ut ${cashierName}`}
      onClick={() => signOut.mutate()}
    >
      <LeaveIcon aria-hidden />
      {cashierName}
    </Button>
  );
}
