import { useLingui } from '@lingui/react/macro';
import {
  BankNoteIcon,
  CheckmarkCircleIcon,
  CoffeeIcon,
  CalendarIcon,
  CogIcon,
  FileImportIcon,
  HouseIcon,
  InboxIcon,
  PersonGroupIcon,
  PersonSuitIcon,
  ShoppingBasketIcon,
  TabletIcon,
  WalletIcon,
} from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useCaseCounts } from '../components/case-counts.ts';
import styles from './side-navigation.module.css';

/** The rooms of the office, each one click away. */
export function SideNavigation({ schoolId }: { schoolId: string }) {
  const { t } = useLingui();
  const unassigned = useCaseCounts(schoolId).data?.unassigned ?? 0;
  const rooms = [
    { to: '/$schoolId', label: t`Oversikt`, icon: HouseIcon },
    { to: '/$schoolId/henvendelser', label: t`Henvendelser`, icon: InboxIcon },
    { to: '/$schoolId/elever', label: t`Elever`, icon: PersonGroupIcon },
    { to: '/$schoolId/elevliste', label: t`Importer elever`, icon: FileImportIcon },
    { to: '/$schoolId/skoleaar', label: t`Nytt skoleår`, icon: CalendarIcon },
    { to: '/$schoolId/kort', label: t`Kort`, icon: WalletIcon },
    { to: '/$schoolId/varer', label: t`Varer`, icon: ShoppingBasketIcon },
    { to: '/$schoolId/kasser', label: t`Kasser`, icon: TabletIcon },
    { to: '/$schoolId/ansattkort', label: t`Ansattkort`, icon: CoffeeIcon },
    { to: '/$schoolId/klar', label: t`Klar for kontantfritt`, icon: CheckmarkCircleIcon },
    { to: '/$schoolId/bankterminal', label: t`Dagsoppgjør bankterminal`, icon: BankNoteIcon },
    { to: '/$schoolId/ansatte', label: t`Ansatte`, icon: PersonSuitIcon },
    { to: '/$schoolId/innstillinger', label: t`Innstillinger`, icon: CogIcon },
  ] as const;
  return (
    <nav className={styles.navigation} aria-label={t`Hovedmeny`}>
      <ul>
        {rooms.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              params={{ schoolId }}
              activeOptions={{ exact: to === '/$schoolId', includeSearch: false }}
              {...(to === '/$schoolId/henvendelser' && unassigned > 0 && { 'aria-describedby': 'ikke-tildelt' })}
            >
              <Icon aria-hidden />
              {label}
            </Link>
            {to === '/$schoolId/henvendelser' && unassigned > 0 && (
              <span id="ikke-tildelt" className={styles.count}>
                {unassigned}
                <span className="ds-sr-only">{t`ikke tildelt`}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
