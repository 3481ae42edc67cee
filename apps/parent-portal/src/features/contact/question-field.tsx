import { MessageField } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import type { ContactForm } from './use-contact-form.ts';

export const maximumMessageLength = 5000;

/** What the sender has to say. Who has lost a card is in a hurry, and need not say more. */
export function QuestionField({ form }: { form: ContactForm }) {
  const { t } = useLingui();
  const isLostCard = form.watch('topic') === 'lost_card';
  return (
    <MessageField
      form={form}
      name="message"
      label={isLostCard ? t`Hva har skjedd? (valgfritt)` : t`Melding`}
      maxLength={maximumMessageLength}
      rules={isLostCard ? {} : { validate: (text) => text.trim() !== '' || t`Skriv hva det gjelder` }}
    />
  );
}
