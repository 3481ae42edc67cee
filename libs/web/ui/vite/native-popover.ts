/** Stands in for the popover polyfill inside Designsystemet: every browser that Vite builds for has popovers itself. */
export function apply(): void {
  return undefined;
}

export function isPolyfilled(): boolean {
  return false;
}

export function isSupported(): boolean {
  return true;
}
