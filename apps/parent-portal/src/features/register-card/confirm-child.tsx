import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { PageHeader } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './confirm-child.module.css';
import type { FoundPupil } from './use-registering.ts';

interface ConfirmChildProps {
  found: { pupil: FoundPupil; needsApproval: boolean };
  busy: boolean;
  problem: ReactNode;
  onConfirm: () => Promise<void>;
  onBack: () => void;
}

/** Initials and class only: enough for a guardian to know the child, too little for anyone else. */
export function ConfirmChild({ found, busy, problem, onConfirm, onBack }: ConfirmChildProps) {
  const { t } = useLingui();
  const { pupil, needsApproval } = found;
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Er dette barnet ditt?`} />
      <section className={styles.child}>
        <span className={styles.initials}>{pupil.initials}</span>
        <div>
          {pupil.className && (
            <Heading level={2} data-size="sm">
              {pupil.className}
            </Heading>
          )}
          <Paragraph className="kk-subtle">{pupil.schoolName}</Paragraph>
        </div>
      </section>
      {needsApproval && (
        <Alert data-color="info">
          <Trans>Barnet har en foresatt her fra før. Den foresatte eller skolen må godkjenne deg.</Trans>
        </Alert>
      )}
      {problem}
      <div className="kk-stack" data-gap="3">
        <Button className="kk-full" loading={busy} onClick={() => void onConfirm()}>
          {needsApproval ? <Trans>Be om godkjenning</Trans> : <Trans>Ja, legg til</Trans>}
        </Button>
        <Button className="kk-full" variant="tertiary" onClick={onBack}>
          <Trans>Nei, prøv igjen</Trans>
        </Button>
      </div>
    </div>
  );
}
