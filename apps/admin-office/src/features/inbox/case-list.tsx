import { Button, Tag } from '@digdir/designsystemet-react';
import { DateTime, EmptyState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useSchoolId } from '../../app/school.ts';
import { type ListedCase, useTopicNames } from '../../components/cases/case-words.ts';
import { DueTag } from '../../components/cases/due-tag.tsx';
import styles from './inbox.module.css';

interface CaseListProps {
  items: readonly ListedCase[];
  chosen: string | undefined;
  /** The rest of the address, which a choice keeps. */
  search: { vis?: string; sok?: string };
  more: { isThere: boolean; isLoading: boolean; load: () => void };
}

/** The cases of the view; arrows move, Enter opens. */
export function CaseList({ items, chosen, search, more }: CaseListProps) {
  const { t } = useLingui();
  if (items.length === 0) {
    return (
      <EmptyState title={search.sok === undefined ? t`Ingen henvendelser her` : t`Ingen henvendelser passer`}>
        {search.sok === undefined ? (
          <Trans>Det familiene skriver til skolen, kommer hit.</Trans>
        ) : (
          <Trans>Prøv et annet ord, eller nummeret på saken.</Trans>
        )}
      </EmptyState>
    );
  }
  return (
    <div className="kk-stack" data-gap="3">
      <ul className={styles.list} onKeyDown={steer}>
        {items.map((one) => (
          <CaseRow key={one.id} one={one} isChosen={one.id === chosen} search={search} />
        ))}
      </ul>
      {more.isThere && (
        <div>
          <Button variant="secondary" loading={more.isLoading} onClick={more.load}>
            <Trans>Vis flere</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

function CaseRow({ one, isChosen, search }: { one: ListedCase; isChosen: boolean; search: CaseListProps['search'] }) {
  const schoolId = useSchoolId();
  const topics = useTopicNames();
  return (
    <li>
      <Link
        className={styles.row}
        to="/$schoolId/henvendelser"
        params={{ schoolId }}
        search={{ ...search, sak: one.id }}
        aria-current={isChosen || undefined}
        data-chosen={isChosen || undefined}
      >
        <span className="kk-row" data-between>
          <strong>{one.senderName}</strong>
          <span className="kk-subtle">
            <DateTime iso={one.updatedAt} />
          </span>
        </span>
        <span>
          {one.number} · {topics[one.topic]}
          {one.pupilName !== null && ` · ${one.pupilName}`}
        </span>
        <span className={`kk-subtle ${styles.excerpt}`}>{one.excerpt}</span>
        <span className="kk-row">
          {one.isUrgent && (
            <Tag data-color="warning">
              <Trans>Haster</Trans>
            </Tag>
          )}
          <DueTag one={one} />
          {one.assigneeName !== null && <span className="kk-subtle">{one.assigneeName}</span>}
        </span>
      </Link>
    </li>
  );
}

function steer(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.findIndex((link) => link === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
