import { Fieldset, Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { topicNames, topics } from './topics.ts';
import type { ContactForm } from './use-contact-form.ts';

/** What it is about, first: the rest of the form follows it. Who is signed in has a profile. */
export function TopicField({ form, hasProfile = false }: { form: ContactForm; hasProfile?: boolean }) {
  const { i18n, t } = useLingui();
  const { error } = form.getFieldState('topic', form.formState);
  return (
    <Fieldset>
      <Fieldset.Legend>
        <Trans>Hva gjelder det?</Trans>
      </Fieldset.Legend>
      {topics
        .filter((topic) => !hasProfile || topic !== 'no_profile')
        .map((topic, index) => (
          <Radio
            key={topic}
            id={index === 0 ? 'topic' : undefined}
            value={topic}
            label={i18n._(topicNames[topic])}
            {...form.register('topic', { required: t`Velg hva det gjelder` })}
          />
        ))}
      {error && <ValidationMessage>{error.message}</ValidationMessage>}
    </Fieldset>
  );
}
