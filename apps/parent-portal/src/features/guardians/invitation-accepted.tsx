import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { CheckmarkIcon, HourglassIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../components/notice.tsx';
import type { Accepted } from './accept-invitation.tsx';

/** The child is on the profile, or somebody must agree first. */
export function InvitationAccepted({ accepted: { status, pupilId } }: { accepted: Accepted }) {
  const { t } = useLingui();
  const actions = (
    <Button asChild>
      <Link to="/barn" search={pupilId === null ? {} : { elev: pupilId }}>
        <Trans>Til oversikten</Trans>
      </Link>
    </Button>
  );
  if (status === 'pending') {
    return (
      <Notice icon={<HourglassIcon />} tone="info" title={t`Venter på godkjenning`} actions={actions}>
        <Paragraph>
          <Trans>Den andre foresatte eller skolen må godkjenne deg først. Vi sender e-post når det er gjort.</Trans>
        </Paragraph>
      </Notice>
    );
  }
  return (
    <Notice icon={<CheckmarkIcon />} title={t`Du følger kortet`} actions={actions}>
      <Paragraph>
        <Trans>Du ser saldo og kjøp, og kan fylle på.</Trans>
      </Paragraph>
    </Notice>
  );
}
