import { keepDraft, readDraft } from '@kantinekortet/ui';
import { useEffect } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';

const empty = {
  topic: '',
  message: '',
  pupilId: '',
  school: '',
  name: '',
  email: '',
  childName: '',
  cardNumber: '',
  website: '',
};

export type ContactValues = Record<keyof typeof empty, string>;
export type ContactForm = UseFormReturn<ContactValues>;

/** The form of Kontakt with what was typed before in this tab; `known` is what we fill in, `asked` what a link chose. */
export function useContactForm(
  draftKey: string,
  known: Partial<ContactValues>,
  asked: Partial<ContactValues>,
): ContactForm {
  const form = useForm<ContactValues>({
    defaultValues: { ...empty, ...known, ...readDraft(draftKey), ...asked },
    shouldFocusError: false,
  });
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keepDraft(draftKey, values) }),
    [form, draftKey],
  );
  return form;
}
