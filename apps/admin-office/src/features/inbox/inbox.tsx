import { Input } from '@digdir/designsystemet-react';
import { EmptyState, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSearchText } from '../../components/use-search-text.ts';
import { CaseList } from './case-list.tsx';
import { CaseScreen } from './case-screen.tsx';
import styles from './inbox.module.css';
import { type Sent, UndoBar } from './undo-bar.tsx';
import { useCases } from './use-cases.ts';
import { viewOf, Views } from './views.tsx';

const route = getRouteApi('/$schoolId/henvendelser');

/** Kontakt from the office's side: the cases to the left, the chosen one to the right. */
export function Inbox() {
  const { t } = useLingui();
  const { vis, sok, sak } = route.useSearch();
  const navigate = useNavigate({ from: '/$schoolId/henvendelser' });
  const [sent, setSent] = useState<Sent>();
  // Counts what was taken back: the case is drawn anew then, with the draft in its field and its files.
  const [takenBack, setTakenBack] = useState<{ count: number; sent?: Sent }>({ count: 0 });
  const view = viewOf(vis);
  const cases = useCases(view, sok);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const search = { ...(vis !== undefined && { vis }), ...(sok !== undefined && { sok }) };
  const open = (id: string | undefined) =>
    void navigate({ search: { ...search, ...(id !== undefined && { sak: id }) } });

  function openNext(closed: string) {
    const index = items.findIndex(({ id }) => id === closed);
    open((items[index + 1] ?? items[index - 1])?.id);
  }

  return (
    <div className="kk-stack" data-gap="4">
      <PageHeader title={t`Henvendelser`} />
      <div className="kk-row" data-between>
        <Views shown={view} />
        <Search key={vis ?? ''} />
      </div>
      <UndoBar
        sent={sent}
        onGone={() => setSent(undefined)}
        onTakenBack={(answer) => {
          setTakenBack({ count: takenBack.count + 1, sent: answer });
          open(answer.caseId);
        }}
      />
      <div className={styles.inbox} data-open={sak !== undefined || undefined}>
        <div className={styles.master}>
          <QueryState query={cases}>
            {() => (
              <CaseList
                items={items}
                chosen={sak}
                search={search}
                more={{
                  isThere: cases.hasNextPage,
                  isLoading: cases.isFetchingNextPage,
                  load: () => void cases.fetchNextPage(),
                }}
              />
            )}
          </QueryState>
        </div>
        <div className={styles.detail}>
          {sak === undefined ? (
            <EmptyState title={t`Velg en henvendelse`}>
              <Trans>Da ser du hva som er skrevet, og eleven ved siden av.</Trans>
            </EmptyState>
          ) : (
            <CaseScreen
              key={`${sak} ${takenBack.count}`}
              caseId={sak}
              search={search}
              returnedFiles={takenBack.sent?.caseId === sak ? takenBack.sent.files : []}
              onSent={setSent}
              onClosed={() => openNext(sak)}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function Search() {
  const { t } = useLingui();
  const { vis, sok, sak } = route.useSearch();
  const navigate = useNavigate({ from: '/$schoolId/henvendelser' });
  const [text, setText] = useSearchText(sok ?? '', (wanted) => {
    void navigate({
      search: {
        ...(vis !== undefined && { vis }),
        ...(wanted !== '' && { sok: wanted }),
        // What was opened while the search waited for more letters stays open.
        ...(sak !== undefined && { sak }),
      },
      replace: true,
    });
  });

  return (
    <div role="search" className={styles.search}>
      <Input
        type="search"
        aria-label={t`Søk i alle henvendelser`}
        placeholder={t`Søk i alle henvendelser`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}
