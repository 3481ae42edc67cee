import { NotFound } from '@kantinekortet/ui';
import { lazy } from 'react';
import { Till } from './till.tsx';

const TodaysSales = lazy(async () => ({
  default: (await import('../features/todays-sales/todays-sales.tsx')).TodaysSales,
}));
const Accessibility = lazy(async () => ({ default: (await import('./accessibility.tsx')).Accessibility }));

/** The screen at an address; see Place. */
export function Screen({ place }: { place: string }) {
  switch (place) {
    case '/':
      return <Till />;
    case '/dagens-salg':
      return <TodaysSales />;
    case '/tilgjengelighet':
      return <Accessibility />;
    default:
      return <NotFound />;
  }
}
