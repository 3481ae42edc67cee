import '@digdir/designsystemet-web/toggle-group';
import { ToggleGroup } from '@digdir/designsystemet-react';
import { useLingui } from '@lingui/react/macro';
import { MonitorIcon, MoonIcon, SunIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { applyColorScheme, colorSchemes, storedColorScheme } from './color-scheme.ts';

/** Light, dark, or as the device has it. */
export function ThemeChoice() {
  const { t } = useLingui();
  const [chosen, setChosen] = useState(storedColorScheme);
  const names = { auto: t`Som enheten`, light: t`Lyst`, dark: t`Mørkt` };
  const icons = { auto: MonitorIcon, light: SunIcon, dark: MoonIcon };

  function choose(value: string) {
    const scheme = colorSchemes.find((known) => known === value) ?? 'auto';
    applyColorScheme(scheme);
    setChosen(scheme);
  }

  return (
    <ToggleGroup value={chosen} onChange={choose} aria-label={t`Utseende`} data-color="neutral">
      {colorSchemes.map((scheme) => {
        const Icon = icons[scheme];
        return (
          <ToggleGroup.Item key={scheme} value={scheme} aria-label={names[scheme]} title={names[scheme]}>
            <Icon aria-hidden />
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup>
  );
}
