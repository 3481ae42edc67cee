import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { Reply } from '@kantinekortet/api-client';
import { ProblemAlert, type ProblemTexts, TitledDialog } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { KeptPupils } from './kept-pupils.tsx';

type Undo = NonNullable<Reply<'/schools/{schoolId}/roster-imports/{id}', 'get'>['undo']>;
type Outcome = NonNullable<Undo['result']>;

const texts: ProblemTexts = {
  undo_too_late: msg`Dagen er over. Kortene er avsluttet og de foresatte har fått beskjed.`,
  later_change_applied: msg`Noe nyere er gjort etterpå. Angre det først.`,
};

interface UndoChangeProps {
  title: ReactNode;
  outcome: Outcome;
  undo: () => Promise<unknown>;
  onClose: () => void;
}

/** Shows what undoing puts back, and does it. */
export function UndoChange({ title, outcome, undo, onClose }: UndoChangeProps) {
  const queryClient = useQueryClient();
  const undoing = useMutation({
    mutationFn: undo,
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  return (
    <TitledDialog title={title} onClose={onClose}>
      <ul>
        <li>
          <Plural value={outcome.cameBack} one="# elev kommer tilbake" other="# elever kommer tilbake" />
        </li>
        <li>
          <Plural value={outcome.restored} one="# elev blir som før" other="# elever blir som før" />
        </li>
        <li>
          <Plural value={outcome.left} one="# elev tas ut igjen" other="# elever tas ut igjen" />
        </li>
      </ul>
      <KeptPupils pupils={outcome.kept} />
      <Paragraph className="kk-subtle">
        <Trans>Det noen har endret siden, blir stående.</Trans>
      </Paragraph>
      <ProblemAlert error={undoing.error} texts={texts} />
      <div className="kk-row">
        <Button data-color="danger" loading={undoing.isPending} onClick={() => undoing.isPending || undoing.mutate()}>
          <Trans>Angre</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
