import { Link as TextLink } from '@digdir/designsystemet-react';
import { QueryState, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ArrowLeftIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { CaseEntries } from './case-entries.tsx';
import { CaseHeader } from './case-header.tsx';
import { CasePupil } from './case-pupil.tsx';
import styles from './inbox.module.css';
import { ReplyBox } from './reply-box.tsx';
import type { Sent } from './undo-bar.tsx';

// What was done with the card from here is written into the case a moment later.
const everyMs = 5_000;
const texts: ProblemTexts = { case_not_found: msg`Saken finnes ikke ved denne skolen.` };

interface CaseScreenProps {
  caseId: string;
  search: { vis?: string; sok?: string };
  /** Of an answer that was taken back. */
  returnedFiles: readonly File[];
  onSent: (sent: Sent) => void;
  onClosed: () => void;
}

/** One case: what was written and done, the field to answer in, and the pupil it is about. */
export function CaseScreen({ caseId, search, returnedFiles, onSent, onClosed }: CaseScreenProps) {
  const schoolId = useSchoolId();
  const found = api.query.useQuery(
    'get',
    '/schools/{schoolId}/support-cases/{id}',
    { params: { path: { schoolId, id: caseId } } },
    { refetchInterval: everyMs },
  );
  return (
    <div className="kk-stack" data-gap="4">
      <TextLink asChild className={styles.back}>
        <Link to="/$schoolId/henvendelser" params={{ schoolId }} search={search}>
          <ArrowLeftIcon aria-hidden />
          <Trans>Alle henvendelser</Trans>
        </Link>
      </TextLink>
      <QueryState query={found} texts={texts}>
        {(one) => (
          <div className={styles.case}>
            <div className="kk-stack" data-gap="4">
              <CaseHeader one={one} onClosed={onClosed} />
              <CaseEntries one={one} />
              <ReplyBox one={one} returnedFiles={returnedFiles} onSent={onSent} onClosed={onClosed} />
            </div>
            <CasePupil one={one} />
          </div>
        )}
      </QueryState>
    </div>
  );
}
