import { Dropdown } from '@digdir/designsystemet-react';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { currentLanguage, type Language, languageNames, languages, switchLanguage } from './language.ts';

/** What the button of the LanguageSwitch opens. */
export function LanguageMenu({ id, onSwitch }: { id: string; onSwitch?: (language: Language) => void }) {
  const current = currentLanguage();

  async function choose(language: Language) {
    await switchLanguage(language);
    onSwitch?.(language);
  }

  return (
    <Dropdown id={id} placement="bottom-end" data-color="neutral">
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
  );
}
