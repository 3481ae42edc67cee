import { lazy, Suspense } from 'react';

const ThemeChoice = lazy(async () => ({ default: (await import('./theme-choice.tsx')).ThemeChoice }));

/** Light, dark, or as the device has it. It comes after the screen, which nobody opens to change its colours. */
export function ThemeSwitch() {
  return (
    <Suspense>
      <ThemeChoice />
    </Suspense>
  );
}
