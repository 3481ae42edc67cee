import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSchoolId } from '../../app/school.ts';

/** The way to what came to the client account. */
export function SettlementsLink() {
  const schoolId = useSchoolId();
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="til-oppgjor">
      <Heading level={2} data-size="2xs" id="til-oppgjor">
        <Trans>Oppgjør fra betalingsleverandørene</Trans>
      </Heading>
      <Paragraph>
        <Trans>Hva som har kommet til klientkontoen, hva det kostet, og hva som fortsatt venter.</Trans>
      </Paragraph>
      <Link className="ds-link" to="/$schoolId/regnskap/oppgjor" params={{ schoolId }}>
        <Trans>Se oppgjørene</Trans>
      </Link>
    </section>
  );
}
