import { Button, Heading, Table, Tag } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { DateTime, EmptyState, ProblemAlert, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { NameDialog } from '../../components/name-dialog.tsx';
import { PairingCode } from './pairing-code.tsx';
import { RevokeRegister } from './revoke-register.tsx';

type Register = Item<'/schools/{schoolId}/registers'>;
type Open =
  | { readonly kind: 'new' }
  | { readonly kind: 'revoke'; readonly register: Register }
  | { readonly kind: 'code'; readonly name: string; readonly code: string; readonly expiresAt: string };

export function Registers() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const params = { params: { path: { schoolId } } };
  const registers = api.query.useQuery('get', '/schools/{schoolId}/registers', params);
  const drawCode = useMutation({
    mutationFn: async ({ id, name }: Register) => {
      const { data } = await api.client.POST('/schools/{schoolId}/registers/{id}/pairing-codes', {
        params: { path: { schoolId, id } },
      });
      if (data) setOpen({ kind: 'code', name, ...data });
    },
  });
  return (
    <section className="kk-stack" data-gap="4" aria-labelledby="kasser">
      <div className="kk-row" data-between>
        <Heading level={2} data-size="xs" id="kasser">
          <Trans>Kasser</Trans>
        </Heading>
        <Button onClick={() => setOpen({ kind: 'new' })}>
          <Trans>Ny kasse</Trans>
        </Button>
      </div>
      <ProblemAlert error={drawCode.error} />
      <QueryState query={registers}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t`Ingen kasser ennå`}>
              <Trans>Lag en kasse, og skriv koden inn på nettbrettet i kantina.</Trans>
            </EmptyState>
          ) : (
            <RegisterTable
              registers={items}
              onCode={(register) => drawCode.mutate(register)}
              onRevoke={(register) => setOpen({ kind: 'revoke', register })}
            />
          )
        }
      </QueryState>
      {open?.kind === 'new' && (
        <NameDialog
          title={t`Ny kasse`}
          texts={{ register_name_taken: t`En annen kasse har dette navnet.` }}
          save={(name) => api.client.POST('/schools/{schoolId}/registers', { ...params, body: { name } })}
          onClose={close}
        />
      )}
      {open?.kind === 'code' && (
        <PairingCode
          {...open}
          onClose={() => {
            close();
            void queryClient.invalidateQueries();
          }}
        />
      )}
      {open?.kind === 'revoke' && <RevokeRegister {...open.register} onClose={close} />}
    </section>
  );
}

interface RegisterTableProps {
  registers: readonly Register[];
  onCode: (register: Register) => void;
  onRevoke: (register: Register) => void;
}

function RegisterTable({ registers, onCode, onRevoke }: RegisterTableProps) {
  const { t } = useLingui();
  return (
    <Table>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t`Navn`}</Table.HeaderCell>
          <Table.HeaderCell>{t`Status`}</Table.HeaderCell>
          <Table.HeaderCell>{t`Sist sett`}</Table.HeaderCell>
          <Table.HeaderCell>{t`Kobling`}</Table.HeaderCell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {registers.map((register) => (
          <Table.Row key={register.id}>
            <Table.Cell>{register.name}</Table.Cell>
            <Table.Cell>
              <RegisterStatus status={register.status} />
            </Table.Cell>
            <Table.Cell>{register.lastSeenAt && <DateTime iso={register.lastSeenAt} />}</Table.Cell>
            <Table.Cell>
              {register.status !== 'paired' && (
                <Button
                  variant="secondary"
                  aria-label={t`Lag kode for ${register.name}`}
                  onClick={() => onCode(register)}
                >
                  <Trans>Lag kode</Trans>
                </Button>
              )}
              {register.status === 'paired' && (
                <Button
                  variant="secondary"
                  data-color="danger"
                  aria-label={t`Koble fra ${register.name}`}
                  onClick={() => onRevoke(register)}
                >
                  <Trans>Koble fra</Trans>
                </Button>
              )}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

function RegisterStatus({ status }: { status: Register['status'] }) {
  const { t } = useLingui();
  if (status === 'paired') return <Tag data-color="success">{t`Koblet til`}</Tag>;
  if (status === 'revoked') return <Tag data-color="danger">{t`Koblet fra`}</Tag>;
  return <Tag data-color="neutral">{t`Ikke koblet til`}</Tag>;
}
