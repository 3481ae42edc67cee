import { Button, Heading, Paragraph, Table, Tag } from '@digdir/designsystemet-react';
import { DateTime, Money, ProblemAlert, QueryState, useFormat, useSingleFlight } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import type { OfficeRefund } from './payout-types.ts';
import { payoutProblems } from './use-payout-words.ts';

/** Refunds that somebody who had nothing to do with their money has to agree to. */
export function ToApprove() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const refunds = api.query.useQuery('get', '/schools/{schoolId}/refunds', {
    params: { path: { schoolId }, query: { filter: 'to_approve' as const } },
  });
  return (
    <section className="kk-stack" data-gap="3" aria-labelledby="til-godkjenning">
      <Heading level={2} data-size="2xs" id="til-godkjenning">
        <Trans>Til godkjenning</Trans>
      </Heading>
      <QueryState query={refunds}>
        {({ items }) =>
          items.length === 0 ? (
            <Paragraph className="kk-subtle">
              <Trans>Ingenting venter på godkjenning.</Trans>
            </Paragraph>
          ) : (
            <div className={linkTable.scroll}>
              <Table className={linkTable.table}>
                <Table.Head>
                  <Table.Row>
                    <Table.HeaderCell>{t`Elev`}</Table.HeaderCell>
                    <Table.HeaderCell>{t`Til konto`}</Table.HeaderCell>
                    <Table.HeaderCell>{t`Bedt om`}</Table.HeaderCell>
                    <Table.HeaderCell className="kk-number">{t`Beløp`}</Table.HeaderCell>
                    <Table.HeaderCell>{t`Svar`}</Table.HeaderCell>
                  </Table.Row>
                </Table.Head>
                <Table.Body>
                  {items.map((refund) => (
                    <RefundRow key={refund.id} refund={refund} />
                  ))}
                </Table.Body>
              </Table>
            </div>
          )
        }
      </QueryState>
    </section>
  );
}

function RefundRow({ refund }: { refund: OfficeRefund }) {
  const schoolId = useSchoolId();
  const parts = refund.parts.filter(({ isToApprove }) => isToApprove);
  const amountOre = parts.reduce((sum, part) => sum + part.amountOre, 0);
  return (
    <Table.Row>
      <Table.Cell>
        <Link className="ds-link" to="/$schoolId/elever/$pupilId" params={{ schoolId, pupilId: refund.pupilId }}>
          {refund.pupilName}
        </Link>
        {refund.differingDays.map((day) => (
          <DifferingDay key={day.day} differing={day} />
        ))}
      </Table.Cell>
      <Table.Cell>
        {parts.map(({ id, holderName, last4, accountRecordedBy }) => (
          <div key={id}>
            {holderName} •••• {last4}
            <div className="kk-subtle">
              <Trans>Konto skrevet inn av {accountRecordedBy}</Trans>
            </div>
          </div>
        ))}
      </Table.Cell>
      <Table.Cell>
        <DateTime iso={refund.askedAt} /> {refund.askedBy}
      </Table.Cell>
      <Table.Cell className="kk-number">
        <Money ore={amountOre} />
      </Table.Cell>
      <Table.Cell>
        <Decide refund={refund} isMine={parts.some((part) => part.isMine)} />
      </Table.Cell>
    </Table.Row>
  );
}

/** Some of this money was received on a day whose terminal said something else. */
function DifferingDay({ differing }: { differing: OfficeRefund['differingDays'][number] }) {
  const { date, signedKr } = useFormat();
  const [day, difference] = [date(differing.day), signedKr(differing.differenceOre)];
  const { closedBy, note } = differing;
  return (
    <Paragraph data-size="sm">
      <Tag data-color="warning">
        <Trans>Bankterminalen stemte ikke</Trans>
      </Tag>{' '}
      <Trans>
        {day}: {difference} mot kvitteringene. {closedBy}: «{note}»
      </Trans>
    </Paragraph>
  );
}

function Decide({ refund, isMine }: { refund: OfficeRefund; isMine: boolean }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const params = { path: { schoolId, id: refund.id } };
  const onSettled = () => queryClient.invalidateQueries();
  const approve = useMutation({
    mutationFn: () => api.client.POST('/schools/{schoolId}/refunds/{id}/approve', { params }),
    onSettled,
  });
  const reject = useMutation({
    mutationFn: () => api.client.POST('/schools/{schoolId}/refunds/{id}/reject', { params }),
    onSettled,
  });
  const onApprove = useSingleFlight(() => approve.mutateAsync().catch(() => undefined));
  const onReject = useSingleFlight(() => reject.mutateAsync().catch(() => undefined));
  const { pupilName } = refund;
  return (
    <>
      <div className="kk-row" data-gap="2">
        {!isMine && (
          <Button
            data-size="sm"
            aria-label={t`Godkjenn utbetaling fra ${pupilName}`}
            loading={approve.isPending}
            onClick={() => void onApprove()}
          >
            <Trans>Godkjenn</Trans>
          </Button>
        )}
        <Button
          data-size="sm"
          variant="secondary"
          data-color="danger"
          aria-label={t`Avslå utbetaling fra ${pupilName}`}
          loading={reject.isPending}
          onClick={() => void onReject()}
        >
          <Trans>Avslå</Trans>
        </Button>
      </div>
      {isMine && (
        <div className="kk-subtle">
          <Trans>En annen må godkjenne.</Trans>
        </div>
      )}
      <ProblemAlert error={approve.error ?? reject.error} texts={payoutProblems} />
    </>
  );
}
