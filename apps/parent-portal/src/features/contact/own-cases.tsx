import './texts.ts';
import { Button } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { DateTime, EmptyState, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { EnvelopeClosedIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { BackLink } from '../../components/back-link.tsx';
import { StatusTag } from './status-tag.tsx';
import styles from './thread.module.css';
import { topicNames } from './topics.ts';

const path = '/guardians/me/support-cases';

/** What the guardian has written to schools, the newest first. */
export function OwnCases() {
  const { t } = useLingui();
  const cases = api.query.useQuery('get', path);
  const write = (
    <Button asChild>
      <Link to="/kontakt">
        <Trans>Skriv til skolen</Trans>
      </Link>
    </Button>
  );
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Henvendelser`} above={<BackLink />} />
      <QueryState query={cases}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<EnvelopeClosedIcon />} title={t`Ingen henvendelser`} action={write}>
              <Trans>Her kommer det du skriver til skolen, og svarene.</Trans>
            </EmptyState>
          ) : (
            <>
              <ul className={styles.cases}>
                {items.map((one) => (
                  <OwnCaseRow key={one.id} one={one} />
                ))}
              </ul>
              <div>{write}</div>
            </>
          )
        }
      </QueryState>
    </div>
  );
}

function OwnCaseRow({ one }: { one: Item<typeof path> }) {
  const { i18n } = useLingui();
  return (
    <li>
      <Link to="/henvendelser/$caseId" params={{ caseId: one.id }} className={styles.case}>
        <span className="kk-row" data-between>
          <strong>{i18n._(topicNames[one.topic])}</strong>
          <StatusTag status={one.status} />
        </span>
        <span className="kk-subtle">
          <Trans>
            Sak {one.number}, {one.schoolName}, <DateTime iso={one.updatedAt} show="date" />
          </Trans>
        </span>
      </Link>
    </li>
  );
}
