import { Input } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { focusFirst, ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { api } from '../../app/api.ts';
import styles from './quick-search.module.css';

type ListedPupil = Item<'/schools/{schoolId}/pupils'>;

const shownCount = 8;

/** One field and the pupils that fit, by keyboard alone: type, arrows, Enter; Escape closes. */
export function QuickSearchDialog({ schoolId, onClose }: { schoolId: string; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const query = useDeferredValue(text.trim());
  const pupils = api.query.useQuery(
    'get',
    '/schools/{schoolId}/pupils',
    { params: { path: { schoolId }, query: { query, limit: shownCount } } },
    { enabled: query !== '', placeholderData: keepPreviousData },
  );
  const found = query === '' ? [] : (pupils.data?.items ?? []);
  const isKnown = pupils.isSuccess && !pupils.isPlaceholderData;
  const open = ({ pupilId }: ListedPupil) => {
    onClose();
    void navigate({ to: '/$schoolId/elever/$pupilId', params: { schoolId, pupilId } });
  };
  const steer = (event: KeyboardEvent) => {
    const chosen = found[active];
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && chosen) open(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <TitledDialog title={t`Finn elev`} onClose={onClose} closedby="any" className={styles.dialog}>
      <Input
        ref={focusFirst}
        // Not a search field: there the first Escape empties the field, and would not close the dialog.
        type="text"
        role="combobox"
        aria-label={t`Navn, klasse eller kortnummer`}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found[active] && `${listId}-${active}`}
        placeholder={t`Navn, klasse eller kortnummer`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={steer}
      />
      <ProblemAlert error={pupils.error} />
      <p role="status" className="kk-subtle">
        <HowMany
          query={query}
          found={found.length}
          hasMore={(pupils.data?.nextCursor ?? null) !== null}
          isKnown={isKnown}
        />
      </p>
      <ul id={listId} role="listbox" aria-label={t`Elever som passer`} className={styles.list}>
        {found.map((pupil, index) => (
          <li
            key={pupil.pupilId}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            onClick={() => open(pupil)}
            onMouseMove={() => setActive(index)}
          >
            <span>{pupil.name}</span>
            <span className="kk-subtle">{pupil.className}</span>
          </li>
        ))}
      </ul>
    </TitledDialog>
  );
}

interface HowManyProps {
  query: string;
  found: number;
  hasMore: boolean;
  isKnown: boolean;
}

function HowMany({ query, found, hasMore, isKnown }: HowManyProps) {
  if (query === '') return <Trans>Skriv noen bokstaver av navnet.</Trans>;
  if (!isKnown) return null;
  if (hasMore) return <Trans>De første {found}. Skriv mer for å finne andre.</Trans>;
  return <Plural value={found} _0="Ingen elever passer." one="# elev" other="# elever" />;
}
