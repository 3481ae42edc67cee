import { Alert, Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react';
import type { Body } from '@kantinekortet/api-client';
import { formatCardNumber } from '@kantinekortet/codes';
import { attemptId, dropDraft, Form, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { type Child, childrenKey, shortNameOf, placeOf } from '../../components/children.ts';
import type { Sent } from './contact-sent.tsx';
import { ownCasesKey } from './own-cases-key.ts';
import { QuestionField } from './question-field.tsx';
import { TopicField } from './topic-field.tsx';
import { isTopic } from './topics.ts';
import { type ContactValues, useContactForm } from './use-contact-form.ts';

interface GuardianFormProps {
  person: { id: string; email: string };
  items: readonly [Child, ...Child[]];
  /** What a link chose. */
  topic: string | undefined;
  pupilId: string | undefined;
  onSent: (sent: Sent) => void;
}

/** Kontakt for a guardian: about one of the children, and a lost card is blocked by the sending. */
export function GuardianForm({ person, items, topic, pupilId, onSent }: GuardianFormProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const draftKey = `contact.${person.id}`;
  const form = useContactForm(
    draftKey,
    {},
    { ...(isTopic(topic) && { topic }), ...(items.some((child) => child.pupilId === pupilId) && { pupilId }) },
  );
  const values = form.watch();
  const { error } = form.getFieldState('pupilId', form.formState);
  const isChosen = (id: string): boolean => items.some((one) => one.pupilId === id);
  // Of several none is chosen beforehand: a card must not be blocked because its child stands first.
  const child = items.length === 1 ? items[0] : items.find((one) => one.pupilId === values.pupilId);
  const send = useMutation({
    mutationFn: async (body: Body<'/guardians/me/support-cases', 'post'>) =>
      (await api.client.POST('/guardians/me/support-cases', { body })).data,
    onSuccess: async (answer, body) => {
      if (!answer) return;
      dropDraft(draftKey);
      onSent({ ...answer, topic: body.topic, email: person.email, caseId: body.id });
      await queryClient.invalidateQueries({ queryKey: childrenKey });
      await queryClient.invalidateQueries({ queryKey: ownCasesKey });
    },
  });

  async function submit({ topic: about, message }: ContactValues): Promise<void> {
    if (!isTopic(about) || !child) return;
    const { pupilId: id, card } = child;
    const lost = about === 'lost_card' && card ? { cardId: card.id } : {};
    const question = { topic: about, message: message.trim() || t`Kortet er mistet.`, pupilId: id, ...lost };
    await send.mutateAsync({ ...question, id: attemptId(draftKey, question) }).catch(() => undefined);
  }

  return (
    <Form form={form} onSubmit={submit}>
      <TopicField form={form} hasProfile />
      {items.length > 1 && (
        <Fieldset>
          <Fieldset.Legend>
            <Trans>Hvilket barn?</Trans>
          </Fieldset.Legend>
          {items.map((one, index) => (
            <Radio
              key={one.pupilId}
              id={index === 0 ? 'pupilId' : undefined}
              value={one.pupilId}
              label={one.name}
              description={placeOf(one)}
              {...form.register('pupilId', { validate: (id) => isChosen(id) || t`Velg hvilket barn det gjelder` })}
            />
          ))}
          {error && <ValidationMessage>{error.message}</ValidationMessage>}
        </Fieldset>
      )}
      {values.topic === 'lost_card' && child && <LostCard child={child} />}
      <QuestionField form={form} />
      <ProblemAlert error={send.error} />
      <SubmitButton busy={send.isPending} fullWidth>
        {values.topic === 'lost_card' && child?.card?.status === 'active' ? (
          <Trans>Send og sperr kortet</Trans>
        ) : (
          <Trans>Send</Trans>
        )}
      </SubmitButton>
    </Form>
  );
}

function LostCard({ child }: { child: Child }) {
  const name = shortNameOf(child);
  const number = child.card && formatCardNumber(child.card.number);
  return (
    <Alert data-color={child.card?.status === 'active' ? 'warning' : 'info'}>
      {child.card?.status === 'active' ? (
        <Trans>
          Kortet til {name} ({number}) blir sperret med en gang du sender. Pengene blir stående.
        </Trans>
      ) : child.card ? (
        <Trans>
          Kortet til {name} ({number}) er allerede sperret.
        </Trans>
      ) : (
        <Trans>{name} har ikke noe kort nå.</Trans>
      )}
    </Alert>
  );
}
