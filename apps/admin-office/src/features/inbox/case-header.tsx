import { Alert, Button, Field, Heading, Label, Select, Tag } from '@digdir/designsystemet-react';
import { ProblemAlert, type ProblemTexts } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Assignee } from './assignee.tsx';
import { type Case, isKeyOf, useStatusNames, useTopicNames } from '../../components/cases/case-words.ts';
import { DueTag } from '../../components/cases/due-tag.tsx';
import { useChangeCase } from './use-change-case.ts';

const texts: ProblemTexts = {
  invalid_input: msg`Kollegaen arbeider ikke ved skolen lenger.`,
};

/** Who wrote, what about, until when, and who takes it. */
export function CaseHeader({ one, onClosed }: { one: Case; onClosed: () => void }) {
  const { t } = useLingui();
  const topics = useTopicNames();
  const statuses = useStatusNames();
  const change = useChangeCase(one.id);
  const { number, senderName, senderEmail, status } = one;
  return (
    <section className="kk-panel kk-stack" data-gap="3" aria-label={t`Sak ${number}`}>
      <div className="kk-row" data-between>
        <Heading level={2} data-size="xs">
          <Trans>
            Sak {number}: {topics[one.topic]}
          </Trans>
        </Heading>
        <div className="kk-row">
          <Tag data-color={status === 'open' ? 'info' : 'neutral'}>{statuses[status]}</Tag>
          {one.isUrgent && (
            <Tag data-color="warning">
              <Trans>Haster</Trans>
            </Tag>
          )}
          <DueTag one={one} />
        </div>
      </div>
      <div>
        {senderName} <span className="kk-subtle">{senderEmail}</span>
      </div>
      {!one.isSenderKnown && (
        <Alert data-color="warning" data-size="sm">
          <Trans>
            Avsenderen er ikke logget inn. Navn og e-post er ikke bekreftet, så ikke gi opplysninger om eleven.
          </Trans>
          {one.toldChildName !== null && (
            <div>
              <Trans>Oppgitt barn: {one.toldChildName}</Trans>
            </div>
          )}
          {one.toldCardNumber !== null && (
            <div>
              <Trans>Oppgitt kortnummer: {one.toldCardNumber}</Trans>
            </div>
          )}
        </Alert>
      )}
      <ProblemAlert error={change.error} texts={texts} />
      <div className="kk-row" data-gap="4">
        <Field>
          <Label>
            <Trans>Gjelder</Trans>
          </Label>
          <Select
            value={one.topic}
            onChange={({ target: { value } }) => isKeyOf(topics, value) && change.mutate({ topic: value })}
          >
            {Object.entries(topics).map(([topic, name]) => (
              <option key={topic} value={topic}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Assignee one={one} onAssign={(assigneeId) => change.mutate({ assigneeId })} />
      </div>
      <div className="kk-row">
        <Button variant="tertiary" onClick={() => change.mutate({ isUrgent: !one.isUrgent })}>
          {one.isUrgent ? <Trans>Haster ikke</Trans> : <Trans>Merk som haster</Trans>}
        </Button>
        {status === 'closed' ? (
          <Button variant="tertiary" onClick={() => change.mutate({ status: 'open' })}>
            <Trans>Åpne igjen</Trans>
          </Button>
        ) : (
          <Button variant="tertiary" onClick={() => change.mutate({ status: 'closed' }, { onSuccess: onClosed })}>
            <Trans>Lukk uten svar</Trans>
          </Button>
        )}
      </div>
    </section>
  );
}
