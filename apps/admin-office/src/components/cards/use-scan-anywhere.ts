import { type RefObject, useEffect } from 'react';

/** Lets a scanner type into a field wherever the focus is, unless a person writes in another one. */
export function useScanAnywhere(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function lead(event: KeyboardEvent) {
      const isTyped = /^[0-9a-z]$/i.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
      // The key itself lands in the field, because it is not typed before this has run.
      if (isTyped && !takesText(event.target)) field.current?.focus();
    }
    window.addEventListener('keydown', lead);
    return () => window.removeEventListener('keydown', lead);
  }, [field]);
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type);
}
