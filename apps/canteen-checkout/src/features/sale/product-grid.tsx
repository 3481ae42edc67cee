import { EmptyState, Money } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Product } from './cart.ts';
import styles from './product-grid.module.css';

const tabsAbove = 16;

export interface Category {
  readonly id: string;
  readonly name: string;
}

interface ProductGridProps {
  readonly products: readonly Product[];
  readonly categories: readonly Category[];
  readonly onAdd: (product: Product) => void;
}

/** Everything for sale in the office's order, which never changes by itself: hands learn where things are. */
export function ProductGrid({ products, categories, onAdd }: ProductGridProps) {
  const { t } = useLingui();
  const [categoryId, setCategoryId] = useState<string | null>(null);
  const hasTabs = products.length > tabsAbove && categories.length > 0;
  const shown =
    hasTabs && categoryId !== null ? products.filter((product) => product.categoryId === categoryId) : products;
  if (products.length === 0) {
    return (
      <EmptyState title={t`Ingen varer ennå`}>
        <Trans>Varene som kontoret legger inn, vises her.</Trans>
      </EmptyState>
    );
  }
  return (
    <section className={styles.catalogue} aria-label={t`Varer`}>
      {hasTabs && (
        <div className={styles.tabs} role="group" aria-label={t`Kategorier`}>
          {[{ id: null, name: t`Alle` }, ...categories].map(({ id, name }) => (
            <button key={id ?? 'all'} type="button" aria-pressed={id === categoryId} onClick={() => setCategoryId(id)}>
              {name}
            </button>
          ))}
        </div>
      )}
      <div className={styles.grid}>
        {shown.map((product) => (
          <button key={product.id} type="button" className={styles.product} onClick={() => onAdd(product)}>
            <span className={styles.name}>{product.name}</span>
            <Money ore={product.priceOre} className={styles.price ?? ''} />
          </button>
        ))}
      </div>
    </section>
  );
}
