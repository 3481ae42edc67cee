import { Button, Heading } from '@digdir/designsystemet-react';
import { formatCardNumber } from '@kantinekortet/codes';
import type { Item } from '@kantinekortet/api-client';
import { DateTime, QueryState, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import { useBlockReasons } from '../../components/cards/block-reasons.tsx';
import { WaiveReplacement } from './waive-replacement.tsx';

type Replacement = Item<'/schools/{schoolId}/pupils/{pupilId}/replacements'>;

/** The new cards that a pupil got for old ones, what they cost, and taking that back; nothing without any. */
export function Replacements({ pupilId }: { pupilId: string }) {
  const schoolId = useSchoolId();
  const [waiving, setWaiving] = useState<Replacement | undefined>();
  const replacements = api.query.useQuery('get', '/schools/{schoolId}/pupils/{pupilId}/replacements', {
    params: { path: { schoolId, pupilId } },
  });
  return (
    <QueryState query={replacements}>
      {({ items }) =>
        items.length > 0 && (
          <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="erstattet">
            <Heading level={2} data-size="2xs" id="erstattet">
              <Trans>Erstattede kort</Trans>
            </Heading>
            {items.map((item) => (
              <ReplacementRow key={item.id} item={item} onWaive={() => setWaiving(item)} />
            ))}
            {waiving && <WaiveReplacement replacement={waiving} onClose={() => setWaiving(undefined)} />}
          </section>
        )
      }
    </QueryState>
  );
}

function ReplacementRow({ item, onWaive }: { item: Replacement; onWaive: () => void }) {
  const { t } = useLingui();
  const { kr } = useFormat();
  const reasons = useBlockReasons();
  const isOffice = useIsOffice();
  const { oldCard, newCard, reason, lossNumber, feeOre, waiverReason, isWaivable, replacedAt } = item;
  return (
    <div className="kk-stack" data-gap="1">
      <span>
        <DateTime iso={replacedAt} show="date" /> · {reasons[reason]}
        {lossNumber !== null && <> · {t`tap nr. ${lossNumber}`}</>}
        {feeOre > 0 && <> · {t`gebyr ${kr(feeOre)}`}</>}
      </span>
      <span className="kk-subtle">
        <Trans>
          {formatCardNumber(oldCard.number)} ble til {formatCardNumber(newCard.number)}
        </Trans>
      </span>
      {waiverReason !== null && (
        <span className="kk-subtle">
          <Trans>Ettergitt: {waiverReason}</Trans>
        </span>
      )}
      {isWaivable && isOffice && (
        <div>
          <Button
            variant="secondary"
            onClick={onWaive}
            aria-label={t`Ettergi kort ${formatCardNumber(newCard.number)}`}
          >
            <Trans>Ettergi</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
