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
      {items.length === 0 && (
        <Paragraph>
          <Trans>Legg til barnet med brevet fra skolen først, eller spør skolekontoret.</Trans>
        </Paragraph>
      )}
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
        <Button className="kk-full" variant="tertiary" onClick={onBack}>
          <Trans>Tilbake</Trans>
        </Button>
      </div>
    </div>
  );
}
