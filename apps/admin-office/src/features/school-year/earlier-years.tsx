import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { DateTime, QueryState } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { UndoChange } from '../../components/undo-change.tsx';
import type { Rollover } from './school-year.tsx';

/** The school years that were begun here; today's can be undone. */
export function EarlierYears() {
  const schoolId = useSchoolId();
  const [undoing, setUndoing] = useState<Rollover>();
  const history = api.query.useQuery('get', '/schools/{schoolId}/rollovers', { params: { path: { schoolId } } });
  const outcome = undoing?.undo?.result;
  return (
    <QueryState query={history}>
      {({ items }) =>
        items.length > 0 && (
          <section className="kk-stack" data-gap="3" aria-labelledby="tidligere-skoleaar">
            <Heading level={2} data-size="xs" id="tidligere-skoleaar">
              <Trans>Tidligere skoleår</Trans>
            </Heading>
            <ul className="kk-stack" data-gap="2">
              {items.map((one) => (
                <li key={one.id}>
                  <div className="kk-row" data-gap="4">
                    <span>
                      <DateTime iso={one.createdAt} />
                      {': '}
                      <Trans>
                        {one.result?.moved} flyttet, {one.result?.left} sluttet
                      </Trans>
                    </span>
                    {one.undo?.state === 'done' && (
                      <Tag data-color="neutral">
                        <Trans>Angret</Trans>
                      </Tag>
                    )}
                    {one.undo?.state === 'possible' && (
                      <Button variant="tertiary" data-color="danger" onClick={() => setUndoing(one)}>
                        <Trans>Angre skoleåret</Trans>
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
            {undoing && outcome && (
              <UndoChange
                title={<Trans>Angre det nye skoleåret?</Trans>}
                outcome={outcome}
                undo={() =>
                  api.client.POST('/schools/{schoolId}/rollovers/{id}/undo', {
                    params: { path: { schoolId, id: undoing.id } },
                  })
                }
                onClose={() => setUndoing(undefined)}
              />
            )}
          </section>
        )
      }
    </QueryState>
  );
}
