import { Button } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  ArrowUndoIcon,
  BankNoteIcon,
  CheckmarkCircleIcon,
  CoffeeIcon,
  CalendarIcon,
  CogIcon,
  FileImportIcon,
  HouseIcon,
  InboxIcon,
  MenuHamburgerIcon,
  PersonGroupIcon,
  PersonSuitIcon,
  ReceiptIcon,
  ShoppingBasketIcon,
  TabletIcon,
  TasklistIcon,
  WalletIcon,
} from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTaskCounts } from '../components/task-counts.ts';
import { useCaseCounts } from '../components/cases/case-counts.ts';
import { roomsOfSupport } from './rooms-of-support.ts';
import styles from './side-navigation.module.css';
import { useIsOffice } from './use-is-office.ts';

/** The rooms of the office, each one click away, grouped by what one came to do. On a narrow screen a button opens them. */
export function SideNavigation({ schoolId }: { schoolId: string }) {
  const { t } = useLingui();
  const isOffice = useIsOffice();
  const [isOpen, setIsOpen] = useState(false);
  const unassigned = useCaseCounts(schoolId).data?.unassigned ?? 0;
  const openTasks = useTaskCounts(schoolId).data?.open ?? 0;
  const groups: readonly Group[] = [
    {
      heading: t`Hver dag`,
      rooms: [
        { to: '/$schoolId', label: t`Oversikt`, icon: HouseIcon },
        {
          to: '/$schoolId/henvendelser',
          label: t`Henvendelser`,
          icon: InboxIcon,
          waiting: { count: unassigned, means: t`ikke tildelt` },
        },
        {
          to: '/$schoolId/oppgaver',
          label: t`Oppgaver`,
          icon: TasklistIcon,
          waiting: { count: openTasks, means: t`åpne` },
        },
        { to: '/$schoolId/elever', label: t`Elever`, icon: PersonGroupIcon },
      ],
    },
    {
      heading: t`Kantina`,
      rooms: [
        { to: '/$schoolId/varer', label: t`Varer`, icon: ShoppingBasketIcon },
        { to: '/$schoolId/kasser', label: t`Kasser`, icon: TabletIcon },
      ],
    },
    {
      heading: t`Penger`,
      rooms: [
        { to: '/$schoolId/bankterminal', label: t`Bankterminal`, icon: BankNoteIcon },
        { to: '/$schoolId/utbetalinger', label: t`Utbetalinger`, icon: ArrowUndoIcon },
        { to: '/$schoolId/regnskap', label: t`Regnskap`, icon: ReceiptIcon },
      ],
    },
    {
      heading: t`Kort og skole`,
      rooms: [
        { to: '/$schoolId/kort', label: t`Kort`, icon: WalletIcon },
        { to: '/$schoolId/ansattkort', label: t`Ansattkort`, icon: CoffeeIcon },
        { to: '/$schoolId/klar', label: t`Klar for kontantfritt`, icon: CheckmarkCircleIcon },
        { to: '/$schoolId/elevliste', label: t`Importer elever`, icon: FileImportIcon },
        { to: '/$schoolId/skoleaar', label: t`Nytt skoleår`, icon: CalendarIcon },
        { to: '/$schoolId/ansatte', label: t`Ansatte`, icon: PersonSuitIcon },
        { to: '/$schoolId/innstillinger', label: t`Innstillinger`, icon: CogIcon },
      ],
    },
  ];
  const shown = groups
    .map((group) => ({ ...group, rooms: group.rooms.filter(({ to }) => isOffice || roomsOfSupport.has(to)) }))
    .filter(({ rooms }) => rooms.length > 0);
  return (
    <nav className={styles.navigation} aria-label={t`Hovedmeny`}>
      <Button
        className={styles.opener}
        variant="tertiary"
        data-color="neutral"
        aria-expanded={isOpen}
        aria-controls="rommene"
        onClick={() => setIsOpen(!isOpen)}
      >
        <MenuHamburgerIcon aria-hidden />
        <Trans>Meny</Trans>
      </Button>
      <div id="rommene" className={styles.groups} data-open={isOpen}>
        {shown.map(({ heading, rooms }, index) => (
          <div key={heading}>
            <p id={`menygruppe-${index}`}>{heading}</p>
            <ul aria-labelledby={`menygruppe-${index}`}>
              {rooms.map((room) => (
                <RoomLink key={room.to} schoolId={schoolId} room={room} onFollow={() => setIsOpen(false)} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

interface Room {
  readonly to: string;
  readonly label: string;
  readonly icon: typeof HouseIcon;
  /** How much waits in the room for someone to take it. */
  readonly waiting?: { readonly count: number; readonly means: string };
}

interface Group {
  readonly heading: string;
  readonly rooms: readonly Room[];
}

interface RoomLinkProps {
  schoolId: string;
  room: Room;
  onFollow: () => void;
}

function RoomLink({ schoolId, room, onFollow }: RoomLinkProps) {
  const { to, label, icon: Icon, waiting } = room;
  const noteId = useId();
  const hasNote = waiting !== undefined && waiting.count > 0;
  return (
    <li>
      <Link
        to={to}
        params={{ schoolId }}
        onClick={onFollow}
        activeOptions={{ exact: to === '/$schoolId', includeSearch: false }}
        {...(hasNote && { 'aria-describedby': noteId })}
      >
        <Icon aria-hidden />
        {label}
      </Link>
      {hasNote && (
        <span id={noteId} className={styles.count}>
          {waiting.count}
          <span className="ds-sr-only">{waiting.means}</span>
        </span>
      )}
    </li>
  );
}
