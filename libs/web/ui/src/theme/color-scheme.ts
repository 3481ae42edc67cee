export const colorSchemes = ['auto', 'light', 'dark'] as const;
export type ColorScheme = (typeof colorSchemes)[number];

const storageKey = 'kantinekortet.colorScheme';

/** The stored choice; `auto` follows the device. */
export function storedColorScheme(): ColorScheme {
  const stored = localStorage.getItem(storageKey);
  return colorSchemes.find((scheme) => scheme === stored) ?? 'auto';
}

/** Shows and remembers a scheme; without an argument the remembered one. */
export function applyColorScheme(scheme: ColorScheme = storedColorScheme()): void {
  localStorage.setItem(storageKey, scheme);
  document.documentElement.dataset.colorScheme = scheme;
}
