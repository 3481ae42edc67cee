import { Trans } from '@lingui/react/macro';

interface Named {
  route: 'provider' | 'bank';
  cardBrand: string | null;
  cardLast4: string | null;
  /** The app that paid. */
  app: string | null;
}

/** A card or an account by its last digits, an app by its name. */
export function WayName({ way, accountLast4 }: { way: Named; accountLast4: string | null }) {
  const { route, cardLast4, app } = way;
  if (route === 'bank') {
    if (accountLast4 === null) return <Trans>Bankkontoen din</Trans>;
    return <Trans>Konto som slutter på {accountLast4}</Trans>;
  }
  if (app !== null) return <Trans>Tilbake til {app}</Trans>;
  if (cardLast4 === null) return <Trans>Tilbake til der du betalte fra</Trans>;
  const brand = brandName(way.cardBrand ?? '');
  return (
    <Trans>
      {brand} som slutter på {cardLast4}
    </Trans>
  );
}

function brandName(brand: string): string {
  return brand.charAt(0).toUpperCase() + brand.slice(1);
}
