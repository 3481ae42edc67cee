import { Button, Table, Tag } from '@digdir/designsystemet-react';
import { Money, ProblemAlert } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowDownIcon, ArrowUpIcon } from '@navikt/aksel-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { useIsOffice } from '../../app/use-is-office.ts';
import styles from './product-table.module.css';
import type { Category, Product } from './product-types.ts';
import { useVatLabel } from '../../components/vat-label.ts';

interface ProductTableProps {
  products: readonly Product[];
  categories: readonly Category[];
  onEdit: (product: Product) => void;
}

export function ProductTable({ products, categories, onEdit }: ProductTableProps) {
  const { t } = useLingui();
  const vatLabel = useVatLabel();
  const isOffice = useIsOffice();
  const order = useOrder();
  const nameOf = new Map(categories.map(({ id, name }) => [id, name]));
  const move = (index: number, by: -1 | 1) => {
    const ids = products.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved !== undefined) order.mutate(ids.toSpliced(index + by, 0, moved));
  };
  return (
    <>
      <ProblemAlert error={order.error} />
      <Table stickyHeader>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t`Vare`}</Table.HeaderCell>
            <Table.HeaderCell>{t`Kategori`}</Table.HeaderCell>
            <Table.HeaderCell>{t`Mva.`}</Table.HeaderCell>
            <Table.HeaderCell className="kk-number">{t`Pris`}</Table.HeaderCell>
            {isOffice && <Table.HeaderCell>{t`Rekkefølge`}</Table.HeaderCell>}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {products.map((product, index) => (
            <Table.Row key={product.id}>
              <Table.Cell>
                <span className="kk-row">
                  {isOffice ? (
                    <Button variant="tertiary" className={styles.name} onClick={() => onEdit(product)}>
                      {product.name}
                    </Button>
                  ) : (
                    product.name
                  )}
                  {!product.active && (
                    <Tag data-color="neutral">
                      <Trans>Skjult</Trans>
                    </Tag>
                  )}
                </span>
              </Table.Cell>
              <Table.Cell>{product.categoryId === null ? '' : nameOf.get(product.categoryId)}</Table.Cell>
              <Table.Cell>{vatLabel(product.vatCode)}</Table.Cell>
              <Table.Cell className="kk-number">
                <Money ore={product.priceOre} />
              </Table.Cell>
              {isOffice && (
                <Table.Cell>
                  <span className={styles.order}>
                    <Button
                      variant="tertiary"
                      data-color="neutral"
                      icon
                      aria-label={t`Flytt ${product.name} opp`}
                      onClick={() => index > 0 && move(index, -1)}
                    >
                      <ArrowUpIcon aria-hidden />
                    </Button>
                    <Button
                      variant="tertiary"
                      data-color="neutral"
                      icon
                      aria-label={t`Flytt ${product.name} ned`}
                      onClick={() => index < products.length - 1 && move(index, 1)}
                    >
                      <ArrowDownIcon aria-hidden />
                    </Button>
                  </span>
                </Table.Cell>
              )}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </>
  );
}

function useOrder() {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (productIds: string[]) =>
      api.client.PUT('/schools/{schoolId}/products/order', { params: { path: { schoolId } }, body: { productIds } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['get', '/schools/{schoolId}/products'] }),
  });
}
