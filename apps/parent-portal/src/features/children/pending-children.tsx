import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { Trans } from '@lingui/react/macro';

/** Children that this guardian has asked for and another guardian or the school has not approved yet. */
export function PendingChildren({ pending }: { pending: Reply<'/guardians/me/children', 'get'>['pending'] }) {
  return pending.map(({ pupilInitials, schoolName }) => (
    <Alert key={`${pupilInitials} ${schoolName}`} data-color="info">
      <Heading level={2} data-size="2xs">
        <Trans>
          {pupilInitials} ved {schoolName} venter på godkjenning
        </Trans>
      </Heading>
      <Paragraph>
        <Trans>Den andre foresatte eller skolen må godkjenne deg først. Vi sender e-post når det er gjort.</Trans>
      </Paragraph>
    </Alert>
  ));
}
