import type { ComponentProps } from 'react';
import { goTo, type Place } from './place.ts';

/** A link to another screen of the till, without loading the page anew. */
export function PlaceLink({ to, ...props }: Omit<ComponentProps<'a'>, 'href' | 'onClick'> & { to: Place }) {
  return (
    <a
      {...props}
      href={to}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        goTo(to);
      }}
    />
  );
}
