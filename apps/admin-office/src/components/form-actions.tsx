import { Button } from '@digdir/designsystemet-react';
import { SubmitButton } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** The buttons under a dialog's form; `children` says what the first one does. */
export function FormActions({
  busy,
  onCancel,
  children,
}: {
  busy: boolean;
  onCancel: () => void;
  children: ReactNode;
}) {
  return (
    <div className="kk-row">
      <SubmitButton busy={busy}>{children}</SubmitButton>
      <Button variant="secondary" data-color="neutral" type="button" onClick={onCancel}>
        <Trans>Avbryt</Trans>
      </Button>
    </div>
  );
}
