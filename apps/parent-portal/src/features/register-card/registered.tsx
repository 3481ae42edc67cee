import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { CheckmarkIcon, HourglassIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../components/notice.tsx';
import type { RegisteringState } from './use-registering.ts';

interface RegisteredProps {
  result: Extract<RegisteringState, { step: 'done' }>;
  onAnother: () => void;
}

/** The child is on the profile and the card can be filled, or somebody must approve first. */
export function Registered({ result, onAnother }: RegisteredProps) {
  const { t } = useLingui();
  const { pupil, isPending } = result;
  const name = pupil?.name ?? pupil?.initials ?? '';
  const overview = (variant: 'secondary' | 'tertiary') => (
    <Button asChild variant={variant}>
      <Link to="/barn" search={pupil?.id ? { elev: pupil.id } : {}}>
        <Trans>Til oversikten</Trans>
      </Link>
    </Button>
  );

  if (isPending) {
    return (
      <Notice icon={<HourglassIcon />} tone="info" title={t`Venter på godkjenning`} actions={overview('secondary')}>
        <Paragraph>
          <Trans>Den andre foresatte eller skolen må godkjenne deg først. Vi sender e-post når det er gjort.</Trans>
        </Paragraph>
      </Notice>
    );
  }
  return (
    <Notice
      icon={<CheckmarkIcon />}
      title={t`${name} er lagt til`}
      actions={
        <>
          {pupil?.id && (
            <Button asChild>
              <Link to="/barn/$pupilId/fyll-paa" params={{ pupilId: pupil.id }}>
                <Trans>Fyll på</Trans>
              </Link>
            </Button>
          )}
          <Button variant="secondary" onClick={onAnother}>
            <Trans>Registrer flere</Trans>
          </Button>
          {overview('tertiary')}
        </>
      }
    >
      <Paragraph>
        <Trans>Fyll på nå, så kan kortet brukes i kantina med en gang.</Trans>
      </Paragraph>
    </Notice>
  );
}
