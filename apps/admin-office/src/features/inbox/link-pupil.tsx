import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { ProblemAlert, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { Case } from '../../components/cases/case-words.ts';
import { ConfirmLoss } from './confirm-loss.tsx';
import { useChangeCase } from './use-change-case.ts';

const shownCount = 6;

/** Finds the pupil that a case is about, beginning with what the sender told. */
export function LinkPupil({ one }: { one: Case }) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const [text, setText] = useState(one.toldChildName ?? '');
  const query = useDeferredValue(text.trim());
  const change = useChangeCase(one.id);
  const pupils = api.query.useQuery(
    'get',
    '/schools/{schoolId}/pupils',
    { params: { path: { schoolId }, query: { query, limit: shownCount } } },
    { enabled: query !== '', placeholderData: keepPreviousData },
  );
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="finn-elev">
      <Heading level={3} data-size="2xs" id="finn-elev">
        <Trans>Hvilken elev gjelder det?</Trans>
      </Heading>
      <Textfield
        type="search"
        label={t`Navn, klasse eller kortnummer`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert error={change.error} />
      {query !== '' && (
        <QueryState query={pupils}>
          {({ items }) =>
            items.length === 0 ? (
              <Paragraph className="kk-subtle">
                <Trans>Ingen elever passer.</Trans>
              </Paragraph>
            ) : (
              <div className="kk-stack" data-gap="2">
                {items.map(({ pupilId, name, className, card }) => {
                  const holder = [name, className].filter(Boolean).join(', ');
                  return (
                    <div key={pupilId} className="kk-stack" data-gap="1">
                      <Button variant="tertiary" onClick={() => change.mutate({ pupilId })}>
                        {holder}
                      </Button>
                      <ConfirmLoss one={one} card={card?.status === 'active' ? card : undefined} holder={holder} />
                    </div>
                  );
                })}
              </div>
            )
          }
        </QueryState>
      )}
    </section>
  );
}
