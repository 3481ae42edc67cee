import { Alert, Button } from '@digdir/designsystemet-react';
import { keepDraft, ProblemAlert, useSingleFlight } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import styles from './inbox.module.css';
import { refreshInbox } from './use-cases.ts';

/** An answer that leaves in a moment, and what it was made of. */
export interface Sent {
  id: string;
  caseId: string;
  number: number;
  draftKey: string;
  draft: Readonly<Record<string, string>>;
  files: readonly File[];
}

interface UndoBarProps {
  sent: Sent | undefined;
  onGone: () => void;
  onTakenBack: (sent: Sent) => void;
}

// A little less than the ten seconds of the server, so that a press in time is in time there too.
const undoMs = 9500;

/** Ten seconds to think again: the answer comes back as a draft, with its files. */
export function UndoBar({ sent, onGone, onTakenBack }: UndoBarProps) {
  return (
    <div role="status" className={`kk-live ${styles.undo}`}>
      {sent && <Undo key={sent.id} sent={sent} onGone={onGone} onTakenBack={onTakenBack} />}
    </div>
  );
}

function Undo({ sent, onGone, onTakenBack }: UndoBarProps & { sent: Sent }) {
  const { id, caseId, number, draftKey, draft } = sent;
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  const takeBack = useMutation({
    mutationFn: () =>
      api.client.DELETE('/schools/{schoolId}/support-cases/{id}/messages/{messageId}', {
        params: { path: { schoolId, id: caseId, messageId: id } },
      }),
    onSuccess: async () => {
      keepDraft(draftKey, draft);
      await refreshInbox(queryClient);
      onTakenBack(sent);
      onGone();
    },
  });
  const undo = useSingleFlight(() => takeBack.mutateAsync().catch(() => undefined));
  const end = useEffectEvent(() => takeBack.isPending || onGone());
  useEffect(() => {
    const timer = setTimeout(() => end(), undoMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <>
      <Alert data-color="success">
        <div className="kk-row" data-between>
          <Trans>Svaret i sak {number} sendes om ti sekunder.</Trans>
          <Button variant="secondary" loading={takeBack.isPending} onClick={() => void undo()}>
            <Trans>Angre</Trans>
          </Button>
        </div>
      </Alert>
      <ProblemAlert error={takeBack.error} texts={{ message_sent: msg`Svaret er sendt, og kan ikke angres.` }} />
    </>
  );
}
