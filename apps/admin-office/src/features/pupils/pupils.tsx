import { Button, Input, Select, Table } from '@digdir/designsystemet-react';
import { EmptyState, Money, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import linkTable from '../../components/link-table.module.css';
import { CardStatus } from '../../components/cards/card-status.tsx';
import { useSearchText } from '../../components/use-search-text.ts';
import styles from './pupils.module.css';

const route = getRouteApi('/$schoolId/elever');

/** Every pupil of the school, found while one types; the filters live in the address. */
export function Pupils() {
  const { t } = useLingui();
  return (
    <div className="kk-stack" data-gap="5">
      <PageHeader title={t`Elever`} />
      <Filters />
      <PupilTable />
    </div>
  );
}

function Filters() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/$schoolId/elever' });
  const classes = api.query.useQuery('get', '/schools/{schoolId}/classes', { params: { path: { schoolId } } });
  const choose = (name: keyof PupilSearch, value: string) =>
    void navigate({ search: withFilter(search, name, value), replace: true });
  const [text, setText] = useSearchText(search.sok ?? '', (wanted) => choose('sok', wanted));

  return (
    <div className={styles.filters} role="search">
      <Input
        autoFocus
        type="search"
        aria-label={t`Søk etter elev`}
        placeholder={t`Navn eller kortnummer`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Select
        aria-label={t`Klasse`}
        value={search.klasse ?? ''}
        onChange={(event) => choose('klasse', event.target.value)}
      >
        <option value="">{t`Alle klasser`}</option>
        {classes.data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t`Status`}
        value={search.status ?? ''}
        onChange={(event) => choose('status', event.target.value)}
      >
        <option value="">{t`Går på skolen`}</option>
        <option value="left">{t`Har sluttet`}</option>
      </Select>
    </div>
  );
}

interface PupilSearch {
  sok?: string;
  klasse?: string;
  status?: string;
}

function withFilter(search: PupilSearch, name: keyof PupilSearch, value: string): PupilSearch {
  const rest = Object.fromEntries(Object.entries(search).filter(([key]) => key !== name));
  return value === '' ? rest : { ...rest, [name]: value };
}

function PupilTable() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const { sok, klasse, status } = route.useSearch();
  const query = {
    kind: 'pupil' as const,
    status: status === 'left' ? ('left' as const) : ('enrolled' as const),
    ...(sok !== undefined && { query: sok }),
    ...(klasse !== undefined && { classId: klasse }),
  };
  const pupils = api.query.useInfiniteQuery(
    'get',
    '/schools/{schoolId}/pupils',
    { params: { path: { schoolId }, query } },
    {
      initialPageParam: null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    },
  );
  return (
    <QueryState query={pupils}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) {
          return sok || klasse || status ? (
            <EmptyState title={t`Ingen elever passer`}>
              <Trans>Prøv færre bokstaver eller en annen klasse.</Trans>
            </EmptyState>
          ) : (
            <EmptyState
              title={t`Ingen elever ennå`}
              action={
                <Button asChild>
                  <Link to="/$schoolId/elevliste" params={{ schoolId }}>
                    <Trans>Importer elever</Trans>
                  </Link>
                </Button>
              }
            >
              <Trans>Elevene vises her når elevlisten er importert.</Trans>
            </EmptyState>
          );
        }
        return (
          <div className="kk-stack" data-gap="5">
            <Table stickyHeader className={linkTable.table}>
              <Table.Head>
                <Table.Row>
                  <Table.HeaderCell>{t`Navn`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Klasse`}</Table.HeaderCell>
                  <Table.HeaderCell>{t`Kort`}</Table.HeaderCell>
                  <Table.HeaderCell className="kk-number">{t`Foresatte`}</Table.HeaderCell>
                  <Table.HeaderCell className="kk-number">{t`Saldo`}</Table.HeaderCell>
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {items.map((pupil) => (
                  <Table.Row key={pupil.pupilId}>
                    <Table.Cell>
                      <Link
                        className="ds-link"
                        to="/$schoolId/elever/$pupilId"
                        params={{ schoolId, pupilId: pupil.pupilId }}
                      >
                        {pupil.name}
                      </Link>
                    </Table.Cell>
                    <Table.Cell>{pupil.className}</Table.Cell>
                    <Table.Cell>
                      <CardStatus card={pupil.card} />
                    </Table.Cell>
                    <Table.Cell className="kk-number">{pupil.guardianCount}</Table.Cell>
                    <Table.Cell className="kk-number">
                      <Money ore={pupil.balanceOre} />
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
            {pupils.hasNextPage && (
              <div>
                <Button
                  variant="secondary"
                  loading={pupils.isFetchingNextPage}
                  onClick={() => void pupils.fetchNextPage()}
                >
                  <Trans>Vis flere</Trans>
                </Button>
              </div>
            )}
          </div>
        );
      }}
    </QueryState>
  );
}
