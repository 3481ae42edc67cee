import { Money, useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import type { TimelineEntry } from './timeline.tsx';
import { useEntryTexts } from './entry-texts.ts';
import styles from './timeline.module.css';

/** One line of the timeline: when, what with its reason and by whom, and what it did to the balance. */
export function Entry({ entry }: { entry: TimelineEntry }) {
  const format = useFormat();
  const { titleOf, detailsOf } = useEntryTexts();
  const { amountOre, balanceAfterOre, owedOre, heldOre } = entry;
  const who = useActorText(entry);
  const details = detailsOf(entry);
  return (
    <li className={styles.entry}>
      <time dateTime={entry.at} className={styles.time}>
        {format.time(entry.at)}
      </time>
      <div>
        <div className={styles.title}>{titleOf(entry)}</div>
        {details.length > 0 && <div>{details.join(' · ')}</div>}
        <div className="kk-subtle">{who}</div>
      </div>
      <div className="kk-number">
        {amountOre !== null && amountOre !== 0 && <Money ore={amountOre} signed className={styles.title ?? ''} />}
        {owedOre !== null && owedOre > 0 && (
          <div>
            <Trans>
              Skyldig <Money ore={owedOre} />
            </Trans>
          </div>
        )}
        {heldOre !== null && heldOre > 0 && (
          <div>
            <Trans>
              Reservert <Money ore={heldOre} />
            </Trans>
          </div>
        )}
        {balanceAfterOre !== null && amountOre !== 0 && (
          <div className="kk-subtle">
            <Trans>
              Saldo <Money ore={balanceAfterOre} />
            </Trans>
          </div>
        )}
      </div>
    </li>
  );
}

function useActorText({ actor: { role, name } }: TimelineEntry): string {
  const { t } = useLingui();
  if (role === 'sender') return t`Avsenderen`;
  if (name === null) return t`Automatisk`;
  if (role === 'guardian') return t`${name}, foresatt`;
  if (role === 'office') return t`${name}, kontoret`;
  return name;
}
