import { Button } from '@digdir/designsystemet-react';
import type { ApiProblem } from '@kantinekortet/api-client';
import { QueryState } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { CameraIcon, PersonIcon } from '@navikt/aksel-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { registerQuery } from '../../app/register.ts';
import { CartPanel } from './cart-panel.tsx';
import { totalOre } from './cart.ts';
import { catalogueQuery, type Catalogue } from './catalogue.ts';
import { ProductGrid } from './product-grid.tsx';
import { ResultBand } from './result-band.tsx';
import type { SaleDesk } from './sale-desk.ts';
import styles from './sale-screen.module.css';
import { isLocked } from './sale-state.ts';
import { useSaleDesk } from './use-sale-desk.ts';
import { useScanner } from './use-scanner.ts';

const FindPupil = lazy(async () => ({ default: (await import('./find-pupil.tsx')).FindPupil }));
const ScanByCamera = lazy(async () => ({ default: (await import('./scan-by-camera.tsx')).ScanByCamera }));

interface SaleScreenProps {
  readonly cashierSessionId: string;
  readonly allowsWithoutCard: boolean;
}

/** Where lunch is sold: one tap and one scan. */
export function SaleScreen({ cashierSessionId, allowsWithoutCard }: SaleScreenProps) {
  const queryClient = useQueryClient();
  const catalogue = useQuery(catalogueQuery);
  const [{ cart, keepsCart, sale }, desk] = useSaleDesk(cashierSessionId, (problem: ApiProblem) => {
    if (problem.code === 'price_changed') void queryClient.invalidateQueries({ queryKey: catalogueQuery.queryKey });
    if (problem.code === 'cashier_signed_out') void queryClient.invalidateQueries({ queryKey: registerQuery.queryKey });
  });
  useScanner({ onCard: (token) => void desk.scan(token), onForeign: () => desk.refuseForeign() });
  useFreshPrices(catalogue.data, desk);
  return (
    <div className={styles.screen}>
      <h1 className="ds-sr-only">
        <Trans>Salg</Trans>
      </h1>
      <div className={styles.left}>
        <QueryState query={catalogue}>
          {({ products, categories }) => (
            <ProductGrid products={products} categories={categories} onAdd={(product) => desk.add(product)} />
          )}
        </QueryState>
        <ResultBand sale={sale} amountOre={totalOre(cart)} desk={desk} />
      </div>
      <div className={styles.right}>
        <CartPanel cart={cart} desk={desk} keepsCart={keepsCart} isLocked={isLocked(sale)} />
        <OtherWays desk={desk} allowsWithoutCard={allowsWithoutCard} />
      </div>
    </div>
  );
}

/** The cart follows the catalogue, so that a changed price is seen before the card is scanned again. */
function useFreshPrices(catalogue: Catalogue | undefined, desk: SaleDesk): void {
  const reprice = useEffectEvent(() => catalogue && desk.reprice(catalogue.products));
  useEffect(() => {
    reprice();
  }, [catalogue?.version]);
}

/** A card that only the camera can read, and a pupil who forgot the card. */
function OtherWays({ desk, allowsWithoutCard }: { desk: SaleDesk; allowsWithoutCard: boolean }) {
  const [open, setOpen] = useState<'camera' | 'pupil' | undefined>();
  const close = () => setOpen(undefined);
  return (
    <div className={styles.ways}>
      <Button variant="tertiary" data-color="neutral" onClick={() => setOpen('camera')}>
        <CameraIcon aria-hidden />
        <Trans>Kamera</Trans>
      </Button>
      {allowsWithoutCard && (
        <Button variant="tertiary" data-color="neutral" onClick={() => setOpen('pupil')}>
          <PersonIcon aria-hidden />
          <Trans>Uten kort</Trans>
        </Button>
      )}
      <Suspense>
        {open === 'camera' && <ScanByCamera onScan={(token) => void desk.scan(token)} onClose={close} />}
        {open === 'pupil' && <FindPupil onFound={(holder) => void desk.present(holder)} onClose={close} />}
      </Suspense>
    </div>
  );
}
