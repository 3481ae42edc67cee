import { Alert } from '@digdir/designsystemet-react';
import { Waiting } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../app/api.ts';
import { autoTopUpKey } from './auto-top-up-query.ts';

const askAgainMs = 2_000;

/** What became of the card, on the way back from the provider's page: the address proves nothing, the server is asked. */
export function CardBeingSaved({ id }: { id: string }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const { data } = api.query.useQuery(
    'get',
    '/top-ups/saved-cards/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.status === 'setting_up' ? askAgainMs : false) },
  );
  const status = data?.status;

  useEffect(() => {
    if (status === 'saved') void queryClient.invalidateQueries({ queryKey: autoTopUpKey });
  }, [status, queryClient]);

  switch (status) {
    case 'saved':
      return (
        <Alert data-color="success" role="status">
          <Trans>Bankkortet er lagret.</Trans>
        </Alert>
      );
    case 'abandoned':
      return (
        <Alert data-color="warning" role="status">
          <Trans>Bankkortet ble ikke lagret. Prøv igjen.</Trans>
        </Alert>
      );
    case 'setting_up':
      return <Waiting>{t`Vi venter på at bankkortet lagres.`}</Waiting>;
    case 'removed':
    case undefined:
      return null;
  }
}
