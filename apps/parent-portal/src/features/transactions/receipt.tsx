import './texts.ts';
import { Heading, Link as TextLink, Paragraph, Table, Tag } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { DateTime, Money, PageHeader, QueryState } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowLeftIcon } from '@navikt/aksel-icons';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import styles from './receipt.module.css';

const route = getRouteApi('/signed-in/barn/$pupilId/kjop/$saleId');
const texts = { sale_not_found: msg`Vi finner ikke kvitteringen.` };

export function Receipt() {
  const { t } = useLingui();
  const { pupilId, saleId } = route.useParams();
  const sale = api.query.useQuery('get', '/sales/{id}', { params: { path: { id: saleId } } });
  return (
    <div className="kk-stack" data-gap="5">
      <PageHeader
        title={t`Kvittering`}
        above={
          <TextLink asChild className={styles.back}>
            <Link to="/barn/$pupilId/kjop" params={{ pupilId }}>
              <ArrowLeftIcon aria-hidden />
              <Trans>Alle kjøp</Trans>
            </Link>
          </TextLink>
        }
      />
      <QueryState query={sale} texts={texts}>
        {(data) => <Slip sale={data} />}
      </QueryState>
    </div>
  );
}

function Slip({ sale }: { sale: Reply<'/sales/{id}', 'get'> }) {
  return (
    <article className={styles.slip}>
      <div className="kk-row" data-between data-gap="3">
        <div>
          <Heading level={2} data-size="xs">
            {sale.schoolName}
          </Heading>
          <Paragraph className="kk-subtle">
            <DateTime iso={sale.occurredAt} />
          </Paragraph>
        </div>
        {sale.withoutCard && (
          <Tag data-color="warning">
            <Trans>Uten kort</Trans>
          </Tag>
        )}
      </div>
      <Table data-size="sm" className={styles.lines}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">
              <Trans>Vare</Trans>
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" className="kk-number">
              <Trans>Pris</Trans>
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {sale.lines.map((line, index) => (
            <Table.Row key={index}>
              <Table.Cell>{line.quantity > 1 ? `${line.quantity} × ${line.name}` : line.name}</Table.Cell>
              <Table.Cell className="kk-number">
                <Money ore={line.amountOre} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <p className={styles.total}>
        <Trans>Betalt</Trans>
        <Money ore={sale.totalOre} />
      </p>
      <Paragraph data-size="sm" className="kk-subtle">
        <Trans>
          Kvittering {sale.receiptNumber}, {sale.registerName}
        </Trans>
      </Paragraph>
      {typeof sale.returnedByReceiptNumber === 'number' && (
        <Paragraph>
          <Trans>Salget er angret. Pengene er tilbake på kortet.</Trans>
        </Paragraph>
      )}
    </article>
  );
}
