import { Trans, useLingui } from '@lingui/react/macro';
import { PlusIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { type Child, shortNameOf } from '../../components/children.ts';
import styles from './child-switcher.module.css';

/** One pill a child, and the way to add another. */
export function ChildSwitcher({ items, chosen }: { items: Child[]; chosen: Child }) {
  const { t } = useLingui();
  return (
    <nav className={styles.switcher} aria-label={t`Velg barn`}>
      {items.map((child) => {
        const isChosen = child.pupilId === chosen.pupilId;
        return (
          <Link
            key={child.pupilId}
            to="/barn"
            search={{ elev: child.pupilId }}
            replace
            className={styles.pill}
            aria-current={isChosen ? 'page' : undefined}
          >
            <span className={styles.initials} aria-hidden>
              {child.initials}
            </span>
            {shortNameOf(child)}
          </Link>
        );
      })}
      <Link to="/kort" className={styles.pill}>
        <PlusIcon aria-hidden fontSize="1.5rem" />
        <Trans>Legg til</Trans>
      </Link>
    </nav>
  );
}
