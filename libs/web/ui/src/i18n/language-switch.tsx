import { Dropdown } from '@digdir/designsystemet-react';
import { useLingui } from '@lingui/react/macro';
import { CheckmarkIcon, GlobeIcon } from '@navikt/aksel-icons';
import { currentLanguage, type Language, languageNames, languages, switchLanguage } from './language.ts';

/** A menu of the three languages. `onSwitch` hears of a choice, to store it on a profile. */
export function LanguageSwitch({ onSwitch }: { onSwitch?: (language: Language) => void }) {
  const { t } = useLingui();
  const current = currentLanguage();

  async function choose(language: Language) {
    await switchLanguage(language);
    onSwitch?.(language);
  }

  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant="tertiary" data-color="neutral">
        <GlobeIcon aria-hidden />
        <span className="kk-language-code">{current.toUpperCase()}</span>
        <span className="ds-sr-only">{t`Språk: ${languageNames[current]}`}</span>
      </Dropdown.Trigger>
      <Dropdown placement="bottom-end" data-color="neutral">
        <Dropdown.List>
          {languages.map((language) => (
            <Dropdown.Item key={language}>
              <Dropdown.Button
                lang={language}
                aria-current={language === current}
                onClick={(event) => {
                  event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
                  void choose(language);
                }}
              >
                {languageNames[language]}
                {language === current && <CheckmarkIcon aria-hidden />}
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
