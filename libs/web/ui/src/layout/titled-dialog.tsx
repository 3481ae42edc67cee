import { Dialog, Heading } from '@digdir/designsystemet-react';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';

interface TitledDialogProps {
  title: ReactNode;
  onClose: () => void;
  /** Whether a press outside closes it too; without it only the buttons and Escape do. */
  closedby?: 'any';
  className?: string | undefined;
  children: ReactNode;
}

/** A dialog that is open while it is drawn. Its heading is its name, for those who hear the screen. */
export function TitledDialog({ title, children, ...dialog }: TitledDialogProps) {
  const { t } = useLingui();
  const headingId = useId();
  return (
    <Dialog open aria-labelledby={headingId} closeButton={t`Lukk`} {...dialog}>
      <div className="kk-stack" data-gap="4">
        <Heading id={headingId} level={2} data-size="xs">
          {title}
        </Heading>
        {children}
      </div>
    </Dialog>
  );
}

/** As `ref` of the field where a dialog begins: React's `autoFocus` does not write the attribute that dialogs look for. */
export function focusFirst(field: HTMLInputElement | null): void {
  field?.setAttribute('autofocus', '');
}
