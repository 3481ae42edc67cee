import { Button, Paragraph } from '@digdir/designsystemet-react';
import { PageHeader } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

interface ChooseChildProps {
  items: { pupilId: string; name: string }[];
  busy: boolean;
  problem: ReactNode;
  onChoose: (pupilId: string) => Promise<void>;
  onBack: () => void;
}

/** A card that was handed out without a pupil: the guardian says which of own children has it. */
export function ChooseChild({ items, busy, problem, onChoose, onBack }: ChooseChildProps) {
  const { t } = useLingui();
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Hvem har kortet?`}>
        <Trans>Kortet er ikke knyttet til noen ennå.</Trans>
      </PageHeader>
      {problem}
      <div className="kk-stack" data-gap="3">
        {items.map(({ pupilId, name }) => (
          <Button
            key={pupilId}
            className="kk-full"
            variant="secondary"
            loading={busy}
            onClick={() => void onChoose(pupilId)}
          >
            {name}
          </Button>
        ))}
        <Paragraph>
          <Trans>
            Mangler barnet her? Legg det til med brevet fra skolen først. Er det gamle kortet sperret, er det
            skolekontoret som bytter det: ta med det nye kortet dit.
          </Trans>
        </Paragraph>
        <Button className="kk-full" variant="tertiary" onClick={onBack}>
          <Trans>Tilbake</Trans>
        </Button>
      </div>
    </div>
  );
}
