import { Link as TextLink } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { ArrowLeftIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import styles from './back-link.module.css';

/** The way back to the overview, at the child the screen is about. */
export function BackLink({ pupilId }: { pupilId?: string }) {
  return (
    <TextLink asChild className={styles.back}>
      <Link to="/barn" search={pupilId === undefined ? {} : { elev: pupilId }}>
        <ArrowLeftIcon aria-hidden />
        <Trans>Oversikt</Trans>
      </Link>
    </TextLink>
  );
}
