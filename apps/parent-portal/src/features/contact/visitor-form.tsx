import type { Body, Reply } from '@kantinekortet/api-client';
import { attemptId, currentLanguage, dropDraft, Form, FormField, ProblemAlert, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { emailPattern } from '../../components/email-pattern.ts';
import type { Sent } from './contact-sent.tsx';
import { Honeypot } from './honeypot.tsx';
import { QuestionField } from './question-field.tsx';
import { SchoolField, schoolOf } from './school-field.tsx';
import { TopicField } from './topic-field.tsx';
import { isTopic } from './topics.ts';
import { type ContactValues, useContactForm } from './use-contact-form.ts';

type Schools = Reply<'/support-cases/schools', 'get'>['items'];

const draftKey = 'contact.visitor';

interface VisitorFormProps {
  schools: Schools;
  /** What a link chose, and what we know of somebody whose profile has no children. */
  topic: string | undefined;
  known: { name?: string; email?: string };
  onSent: (sent: Sent) => void;
}

/** Kontakt for those without a child in their profile: they tell who they are, and the school finds out. */
export function VisitorForm({ schools, topic, known, onSent }: VisitorFormProps) {
  const { t } = useLingui();
  const [only] = schools.length === 1 ? schools : [];
  const form = useContactForm(draftKey, { ...known, school: only?.id ?? '' }, isTopic(topic) ? { topic } : {});
  const send = useMutation({
    mutationFn: async (body: Body<'/support-cases', 'post'>) =>
      (await api.client.POST('/support-cases', { body })).data,
    onSuccess: (answer, { topic: about, email }) => {
      if (!answer) return;
      dropDraft(draftKey);
      onSent({ ...answer, topic: about, email });
    },
  });

  async function submit(values: ContactValues): Promise<void> {
    const school = schoolOf(schools, values.school);
    if (!school || !isTopic(values.topic)) return;
    const { name, email, childName, cardNumber, website, topic: about } = values;
    const question = {
      schoolId: school.id,
      topic: about,
      message: values.message.trim() || t`Kortet er mistet.`,
      name,
      email,
      language: currentLanguage(),
      childName,
      cardNumber,
      website,
    };
    await send.mutateAsync({ ...question, id: attemptId(draftKey, question) }).catch(() => undefined);
  }

  return (
    <Form form={form} onSubmit={submit}>
      <TopicField form={form} />
      <SchoolField form={form} schools={schools} />
      <FormField
        form={form}
        name="name"
        label={t`Navnet ditt`}
        autoComplete="name"
        maxLength={100}
        rules={{ required: t`Skriv navnet ditt` }}
      />
      <FormField
        form={form}
        name="email"
        label={t`E-post`}
        description={t`Svaret kommer hit.`}
        type="email"
        autoComplete="email"
        maxLength={254}
        rules={{
          required: t`Skriv e-postadressen din`,
          pattern: { value: emailPattern, message: t`Skriv hele e-postadressen, som kari@eksempel.no` },
        }}
      />
      <FormField
        form={form}
        name="childName"
        label={t`Navnet på barnet (valgfritt)`}
        autoComplete="off"
        maxLength={100}
      />
      <FormField
        form={form}
        name="cardNumber"
        label={t`Kortnummer (valgfritt)`}
        description={t`10 siffer. Det står på kortet og i brevet fra skolen.`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
      />
      <QuestionField form={form} />
      <Honeypot form={form} />
      <ProblemAlert error={send.error} />
      <SubmitButton busy={send.isPending} fullWidth>
        <Trans>Send</Trans>
      </SubmitButton>
    </Form>
  );
}
