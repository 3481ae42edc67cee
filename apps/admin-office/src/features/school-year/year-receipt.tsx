import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import type { Rollover } from './school-year.tsx';

/** What was done, and until when it can be undone. */
export function YearReceipt({ rollover: { result } }: { rollover: Rollover }) {
  if (!result) return null;
  return (
    <Alert data-color="success" role="status">
      <Heading level={2} data-size="xs">
        <Trans>Skoleåret er startet</Trans>
      </Heading>
      <Paragraph>
        <Trans>
          {result.moved} elever har fått ny klasse, {result.left} har sluttet og {result.stayed} er der de var.
        </Trans>
      </Paragraph>
      <Paragraph>
        <Trans>Du kan angre til midnatt. Da avsluttes kortene til dem som sluttet, og de foresatte får e-post.</Trans>
      </Paragraph>
    </Alert>
  );
}
