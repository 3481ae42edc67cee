import { Tag } from '@digdir/designsystemet-react';
import { useFormat } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { ClockIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import type { ListedCase } from './case-words.ts';
import { useNow } from './use-now.ts';

/** When an open case must be answered, or that it should have been; nothing for the rest. */
export function DueTag({ one }: { one: Pick<ListedCase, 'status' | 'dueAt'> }) {
  const { date, shortDay, time } = useFormat();
  const now = useNow();
  if (one.status !== 'open') return null;
  const isToday = date(one.dueAt) === date(new Date(now).toISOString());
  const when = isToday ? time(one.dueAt) : `${shortDay(one.dueAt)} ${time(one.dueAt)}`;
  return new Date(one.dueAt).getTime() < now ? (
    <Tag data-color="danger">
      <ExclamationmarkTriangleIcon aria-hidden /> <Trans>Over fristen: {when}</Trans>
    </Tag>
  ) : (
    <Tag data-color="neutral">
      <ClockIcon aria-hidden /> <Trans>Svar før {when}</Trans>
    </Tag>
  );
}
