import { Radio } from '@digdir/designsystemet-react';
import {
  currentLanguage,
  type Language,
  languageNames,
  languages,
  ProblemAlert,
  switchLanguage,
} from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useChangeProfile } from './guardian.ts';
import { Section } from './section.tsx';

/** The language of the screens and of our mails. */
export function LanguageSection() {
  const { t } = useLingui();
  const change = useChangeProfile();

  async function choose(language: Language) {
    await switchLanguage(language);
    change.mutate({ language });
  }

  return (
    <Section title={t`Språk`}>
      <ProblemAlert error={change.error} />
      <fieldset className="ds-fieldset">
        <legend className="kk-subtle">
          <Trans>Skjermene og e-postene våre</Trans>
        </legend>
        {languages.map((language) => (
          <Radio
            key={language}
            name="language"
            value={language}
            label={<span lang={language}>{languageNames[language]}</span>}
            checked={currentLanguage() === language}
            onChange={() => void choose(language)}
          />
        ))}
      </fieldset>
    </Section>
  );
}
