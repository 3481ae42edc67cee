import { Button, Paragraph } from '@digdir/designsystemet-react';
import { PageHeader } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Outlet, useMatches } from '@tanstack/react-router';
import { roomsOfSupport } from './rooms-of-support.ts';
import { useSchoolId } from './school.ts';
import { useIsOffice } from './use-is-office.ts';

/** The room of the address, for those who may use it: customer service may have typed one, or followed a colleague's link. */
export function SchoolRooms() {
  const isOffice = useIsOffice();
  const room = useMatches({ select: (matches) => matches.at(-1)?.fullPath.replace(/\/$/, '') });
  return isOffice || room === undefined || roomsOfSupport.has(room) ? <Outlet /> : <ForTheOffice />;
}

function ForTheOffice() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  return (
    <div className="kk-stack" data-gap="4">
      <PageHeader title={t`Dette gjør skolekontoret`} />
      <Paragraph className="kk-text">
        <Trans>
          Du arbeider i kundeservice, og denne siden er for kontoret. Spør en kollega der hvis du trenger noe herfra.
        </Trans>
      </Paragraph>
      <div className="kk-row">
        <Button asChild>
          <Link to="/$schoolId/henvendelser" params={{ schoolId }}>
            <Trans>Til henvendelsene</Trans>
          </Link>
        </Button>
      </div>
    </div>
  );
}
