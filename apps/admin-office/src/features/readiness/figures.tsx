import { Button, Card } from '@digdir/designsystemet-react';
import { useFormat } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Need, Readiness } from './readiness.ts';
import styles from './readiness.module.css';

interface FiguresProps {
  counts: Pick<Readiness, 'pupils' | 'ready' | 'withoutCard' | 'withoutGuardian' | 'withoutMoney'>;
  lunchFloorOre: number;
  need: Need | undefined;
  onChoose: (need: Need | undefined) => void;
}

/** How many are ready and how many lack what; a press shows who. */
export function Figures({ counts, lunchFloorOre, need, onChoose }: FiguresProps) {
  const { t } = useLingui();
  const format = useFormat();
  const floor = format.kr(lunchFloorOre);
  const { pupils, ready } = counts;
  const lacks: readonly { need: Need; count: number; label: string; text: ReactNode }[] = [
    { need: 'card', count: counts.withoutCard, label: t`Mangler kort`, text: <Trans>Uten kort som virker</Trans> },
    {
      need: 'guardian',
      count: counts.withoutGuardian,
      label: t`Mangler foresatt`,
      text: <Trans>Uten foresatt med profil</Trans>,
    },
    {
      need: 'money',
      count: counts.withoutMoney,
      label: t`Mangler penger`,
      text: <Trans>Under {floor} på kortet</Trans>,
    },
  ];
  return (
    <section className={styles.tiles} aria-label={t`I tall`}>
      <Card className={styles.tile}>
        <span className="kk-subtle">
          <Trans>Klare</Trans>
        </span>
        <strong>{t`${ready} av ${pupils}`}</strong>
        <span className="kk-subtle">
          <Trans>Har kort, foresatt og penger</Trans>
        </span>
      </Card>
      {lacks.map((lack) => (
        <Card key={lack.need} className={styles.tile}>
          <span className="kk-subtle">{lack.label}</span>
          <strong>{lack.count}</strong>
          <span className="kk-subtle">{lack.text}</span>
          <div>
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={need === lack.need ? t`Vis alle som mangler noe` : t`Vis hvem: ${lack.label}`}
              onClick={() => onChoose(need === lack.need ? undefined : lack.need)}
            >
              {need === lack.need ? t`Vis alle` : t`Vis hvem`}
            </Button>
          </div>
        </Card>
      ))}
    </section>
  );
}
