import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ProblemAlert, useSingleFlight, type ProblemTexts, download } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import { BlockCard } from './block-card.tsx';
import { CardStatus } from './card-status.tsx';
import { IssueCard } from './issue-card.tsx';
import { NewCard } from './new-card.tsx';
import type { PupilDetails } from './pupil-details.ts';

const texts: ProblemTexts = {
  block_set_by_office: msg`Sperren er satt av kontoret.`,
};

/** The pupil's card and what the office does with it: issue, block, lift, replace, print a new letter; customer service blocks and lifts. From a case, the case is told. */
export function PupilCard({ details, caseId }: { details: PupilDetails; caseId?: string }) {
  const { t } = useLingui();
  const isOffice = useIsOffice();
  const isEnrolled = details.status === 'enrolled';
  const [open, setOpen] = useState<'issue' | 'block' | 'replace' | undefined>();
  const [isReplaced, setIsReplaced] = useState(false);
  const card = details.cards.find(({ status }) => status === 'active' || status === 'blocked') ?? null;
  const letter = useLetter(details);
  const lift = useLiftBlock(caseId);
  const printLetter = useSingleFlight(() => letter.mutateAsync().catch(() => undefined));
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-labelledby="kort">
      <Heading level={2} data-size="2xs" id="kort">
        <Trans>Kort</Trans>
      </Heading>
      <CardStatus card={card} />
      <div role="status" className="kk-live">
        {isReplaced && (
          <Alert data-color="success">
            <Trans>Eleven har fått nytt kort. Foresatte med profil får en e-post.</Trans>
          </Alert>
        )}
      </div>
      <ProblemAlert error={letter.error ?? lift.error} texts={texts} />
      {card === null && isEnrolled && isOffice && (
        <Paragraph>
          <Trans>Skann et kort fra lageret, eller skriv ut kort til hele klassen under «Kort».</Trans>
        </Paragraph>
      )}
      <div className="kk-row">
        {card === null && isEnrolled && isOffice && (
          <Button onClick={() => setOpen('issue')}>
            <Trans>Gi kort</Trans>
          </Button>
        )}
        {card?.status === 'active' && (
          <>
            {isOffice && details.kind === 'pupil' && (
              <Button variant="secondary" loading={letter.isPending} onClick={() => void printLetter()}>
                <Trans>Skriv ut brev</Trans>
              </Button>
            )}
            <Button variant="secondary" data-color="danger" onClick={() => setOpen('block')}>
              <Trans>Sperr kortet</Trans>
            </Button>
          </>
        )}
        {card?.status === 'blocked' && (
          <Button variant="secondary" loading={lift.isPending} onClick={() => lift.mutate(card.id)}>
            {t`Opphev sperren`}
          </Button>
        )}
        {card !== null && isEnrolled && isOffice && (
          <Button variant="secondary" onClick={() => setOpen('replace')}>
            <Trans>Nytt kort</Trans>
          </Button>
        )}
      </div>
      {open === 'issue' && <IssueCard pupilId={details.pupilId} onClose={() => setOpen(undefined)} />}
      {open === 'block' && card && (
        <BlockCard cardId={card.id} name={details.name} caseId={caseId} onClose={() => setOpen(undefined)} />
      )}
      {open === 'replace' && card && (
        <NewCard
          cardId={card.id}
          firstReason={card.blockReason ?? 'lost'}
          name={details.name}
          className={details.className}
          caseId={caseId}
          onDone={() => {
            setIsReplaced(true);
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

function useLetter({ pupilId, name }: PupilDetails) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  return useMutation({
    mutationFn: async () => {
      const params = { path: { schoolId, pupilId } };
      const { data } = await api.client.POST('/schools/{schoolId}/pupils/{pupilId}/letter', {
        params,
        parseAs: 'blob',
      });
      if (data) download(data, `${t`Brev`} ${name}.pdf`);
    },
  });
}

function useLiftBlock(caseId: string | undefined) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.client.POST('/cards/{id}/unblock', {
        params: { path: { id } },
        body: caseId === undefined ? {} : { caseId },
      }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
