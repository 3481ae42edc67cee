import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { ProblemAlert, TitledDialog, useSingleFlight, type ProblemTexts, download } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import type { ReminderKind } from './readiness.ts';

type Mailed = Reply<'/schools/{schoolId}/cash-free-readiness/reminders', 'post'>;

export interface Reminder {
  readonly kind: ReminderKind;
  readonly channel: 'mail' | 'letter';
  /** Pupils who lack it. */
  readonly count: number;
}

interface RemindDialogProps {
  reminder: Reminder;
  classId: string | undefined;
  onClose: () => void;
}

const texts: ProblemTexts = {
  nobody_to_remind: msg`Ingen av elevene har et kort som brevet kan registrere. Skriv ut kort først.`,
};

/** Confirms how many are reminded, does it, and says whom it did not reach. */
export function RemindDialog({ reminder: { kind, channel, count }, classId, onClose }: RemindDialogProps) {
  const { t } = useLingui();
  const send = useSend(kind, channel, classId);
  const start = useSingleFlight(() => send.mutateAsync().catch(() => undefined));
  return (
    <TitledDialog title={channel === 'mail' ? t`Påminnelse på e-post` : t`Brev om det som mangler`} onClose={onClose}>
      {send.isSuccess ? (
        <Outcome mailed={send.data} />
      ) : (
        <Paragraph>
          {kind === 'no_guardian' ? (
            <Plural
              value={count}
              one="# elev mangler foresatt med profil."
              other="# elever mangler foresatt med profil."
            />
          ) : (
            <Plural
              value={count}
              one="# elev mangler penger til en lunsj."
              other="# elever mangler penger til en lunsj."
            />
          )}{' '}
          {channel === 'mail' ? (
            <Trans>Hver familie får høyst én e-post om dette per dag.</Trans>
          ) : (
            <Trans>Elever uten foresatt får en ny kontrollkode i brevet, og den gamle slutter å virke.</Trans>
          )}
        </Paragraph>
      )}
      <ProblemAlert error={send.error} texts={texts} />
      <div className="kk-row">
        {!send.isSuccess && (
          <Button loading={send.isPending} onClick={() => void start()}>
            {channel === 'mail' ? <Trans>Send påminnelse</Trans> : <Trans>Lag PDF</Trans>}
          </Button>
        )}
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          {send.isSuccess ? <Trans>Ferdig</Trans> : <Trans>Avbryt</Trans>}
        </Button>
      </div>
    </TitledDialog>
  );
}

function Outcome({ mailed }: { mailed: Mailed | null }) {
  if (mailed === null) {
    return (
      <Paragraph role="status">
        <Trans>Brevene er lastet ned. Skriv dem ut nå, kodene kan ikke hentes igjen.</Trans>
      </Paragraph>
    );
  }
  const { remindedCount, remindedBeforeCount, withoutCardCount, unreachable } = mailed;
  return (
    <>
      <Alert data-color={unreachable.length === 0 && withoutCardCount === 0 ? 'success' : 'warning'} role="status">
        <Paragraph>
          <Plural value={remindedCount} one="# familie får e-post." other="# familier får e-post." />
        </Paragraph>
        {remindedBeforeCount > 0 && (
          <Paragraph>
            <Plural value={remindedBeforeCount} one="# fikk den tidligere i dag." other="# fikk den tidligere i dag." />
          </Paragraph>
        )}
        {withoutCardCount > 0 && (
          <Paragraph>
            <Plural
              value={withoutCardCount}
              one="# elev har ikke kort ennå. Skriv ut kortet først, så følger brevet med."
              other="# elever har ikke kort ennå. Skriv ut kortene først, så følger brevene med."
            />
          </Paragraph>
        )}
        {unreachable.length > 0 && (
          <Paragraph>
            <Plural
              value={unreachable.length}
              one="# elev har ingen e-postadresse vi kan bruke. Gi eleven et brev:"
              other="# elever har ingen e-postadresse vi kan bruke. Gi elevene et brev:"
            />
          </Paragraph>
        )}
      </Alert>
      {unreachable.length > 0 && (
        <ul>
          {unreachable.map(({ pupilId, name, className }) => (
            <li key={pupilId}>
              {name}, {className}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Mails, and tells what came of it; or fetches the letters, and has nothing to tell. */
function useSend(kind: ReminderKind, channel: Reminder['channel'], classId: string | undefined) {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<Mailed | null> => {
      const request = { params: { path: { schoolId } }, body: { kind, ...(classId !== undefined && { classId }) } };
      if (channel === 'mail') {
        return (await api.client.POST('/schools/{schoolId}/cash-free-readiness/reminders', request)).data ?? null;
      }
      const letters = '/schools/{schoolId}/cash-free-readiness/letters';
      const { data } = await api.client.POST(letters, { ...request, parseAs: 'blob' });
      if (data) download(data, `${t`Påminnelser`}.pdf`);
      return null;
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
