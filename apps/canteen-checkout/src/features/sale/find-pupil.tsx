import { Button, Textfield } from '@digdir/designsystemet-react';
import { EmptyState, focusFirst, QueryState, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import styles from './find-pupil.module.css';
import type { Holder } from './sale-state.ts';

const minimumLength = 2;

interface FindPupilProps {
  readonly onFound: (holder: Holder) => void;
  readonly onClose: () => void;
}

/** A forgotten card: the pupil by name, where the school allows it. The receipt says "uten kort". */
export function FindPupil({ onFound, onClose }: FindPupilProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const name = text.trim();
  const query = useQuery({
    queryKey: ['pupils', name],
    enabled: name.length >= minimumLength,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { data } = await api.client.GET('/registers/current/pupils', {
        params: { query: { query: name } },
        signal,
      });
      return data?.items ?? [];
    },
  });
  return (
    <TitledDialog title={<Trans>Finn eleven</Trans>} onClose={onClose} closedby="any" className={styles.dialog}>
      <Textfield
        ref={focusFirst}
        label={t`Navn`}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {name.length >= minimumLength && (
        <QueryState query={query}>
          {(pupils) =>
            pupils.length === 0 ? (
              <EmptyState title={t`Ingen elever passer`}>
                <Trans>Prøv færre bokstaver.</Trans>
              </EmptyState>
            ) : (
              <ul className={styles.pupils}>
                {pupils.map((pupil) => (
                  <li key={pupil.pupilId}>
                    <Button
                      variant="secondary"
                      data-color="neutral"
                      onClick={() => {
                        onFound({
                          kind: 'pupil',
                          pupilId: pupil.pupilId,
                          name: [pupil.name, pupil.className].filter(Boolean).join(', '),
                        });
                        onClose();
                      }}
                    >
                      <span className={styles.name}>{pupil.name}</span>
                      <span>{pupil.className}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryState>
      )}
    </TitledDialog>
  );
}
