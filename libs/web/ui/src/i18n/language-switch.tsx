import { Button } from '@digdir/designsystemet-react';
import { useLingui } from '@lingui/react/macro';
import { GlobeIcon } from '@navikt/aksel-icons';
import { lazy, Suspense, useId } from 'react';
import { currentLanguage, type Language, languageNames } from './language.ts';

// A first picture shows the button; its menu may come a moment later.
const LanguageMenu = lazy(async () => ({ default: (await import('./language-menu.tsx')).LanguageMenu }));

/** A menu of the three languages. `onSwitch` hears of a choice, to store it on a profile. */
export function LanguageSwitch({ onSwitch }: { onSwitch?: (language: Language) => void }) {
  const { t } = useLingui();
  const menuId = useId();
  const current = currentLanguage();
  return (
    <>
      <Button variant="tertiary" data-color="neutral" popoverTarget={menuId}>
        <GlobeIcon aria-hidden />
        <span className="kk-language-code">{current.toUpperCase()}</span>
        <span className="ds-sr-only">{t`Språk: ${languageNames[current]}`}</span>
      </Button>
      <Suspense>
        <LanguageMenu id={menuId} {...(onSwitch && { onSwitch })} />
      </Suspense>
    </>
  );
}
