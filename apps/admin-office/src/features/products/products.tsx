import { Button } from '@digdir/designsystemet-react';
import { EmptyState, PageHeader, QueryState } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import { NameDialog } from '../../components/name-dialog.tsx';
import { EditProduct } from './edit-product.tsx';
import { ProductTable } from './product-table.tsx';
import type { Product } from './product-types.ts';

type Open =
  { readonly kind: 'product'; readonly product: Product | undefined } | { readonly kind: 'category' } | undefined;

/** What the canteen sells, in the order of the till's buttons. */
export function Products() {
  const { t } = useLingui();
  const schoolId = useSchoolId();
  const params = { params: { path: { schoolId } } };
  const products = api.query.useQuery('get', '/schools/{schoolId}/products', params);
  const categories = api.query.useQuery('get', '/schools/{schoolId}/categories', params);
  const [open, setOpen] = useState<Open>();
  const isOffice = useIsOffice();
  const close = () => setOpen(undefined);
  const known = categories.data?.items ?? [];
  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader
        title={t`Varer`}
        actions={
          isOffice && (
            <>
              <Button onClick={() => setOpen({ kind: 'product', product: undefined })}>
                <Trans>Ny vare</Trans>
              </Button>
              <Button variant="secondary" onClick={() => setOpen({ kind: 'category' })}>
                <Trans>Ny kategori</Trans>
              </Button>
            </>
          )
        }
      >
        <Trans>Rekkefølgen her er rekkefølgen på kassen. En ny pris gjelder fra neste salg.</Trans>
      </PageHeader>
      <QueryState query={products}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t`Ingen varer ennå`}>
              <Trans>Legg inn den første varen, så vises den på kassen.</Trans>
            </EmptyState>
          ) : (
            <ProductTable
              products={items}
              categories={known}
              onEdit={(product) => setOpen({ kind: 'product', product })}
            />
          )
        }
      </QueryState>
      {open?.kind === 'product' && <EditProduct product={open.product} categories={known} onClose={close} />}
      {open?.kind === 'category' && (
        <NameDialog
          title={t`Ny kategori`}
          texts={{ category_name_taken: t`En annen kategori har dette navnet.` }}
          save={(name) => api.client.POST('/schools/{schoolId}/categories', { ...params, body: { name } })}
          onClose={close}
        />
      )}
    </div>
  );
}
