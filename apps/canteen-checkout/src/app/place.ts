import { startTransition, useEffect, useState } from 'react';

/** The till's screens, by address. They are too few, and without parameters, to be worth the weight of a router. */
export type Place = '/' | '/dagens-salg' | '/tilgjengelighet';

/** The address that the till shows. The screen before stays until the next one is fetched. */
export function usePlace(): string {
  const [place, setPlace] = useState(location.pathname);
  useEffect(() => {
    const follow = () => startTransition(() => setPlace(location.pathname));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  return place;
}

/** Shows another screen; the browser's back button leads back. */
export function goTo(place: Place): void {
  if (location.pathname === place) return;
  history.pushState(null, '', place);
  dispatchEvent(new PopStateEvent('popstate'));
}
