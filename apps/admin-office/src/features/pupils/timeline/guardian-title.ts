import { useLingui } from '@lingui/react/macro';
import type { TimelineEntry } from './timeline.tsx';

/**
 * Of an entry about a guardian who it is about, and what became of them. Whom somebody invited is known until the
 * invitation is forgotten.
 */
export function useGuardianTitle(): (entry: TimelineEntry) => string | undefined {
  const { t } = useLingui();
  return ({ kind, facts }) => {
    const name = textOr(facts['guardianName'], t`En foresatt`);
    const email = textOr(facts['invitedEmail'], t`en foresatt`);
    switch (kind) {
      case 'guardian_asked':
        return t`${name} ba om tilgang`;
      case 'guardian_linked':
        return t`${name} ble knyttet til`;
      case 'guardian_rejected':
        return t`${name} fikk ikke tilgang`;
      case 'guardian_unlinked':
        return t`${name} ble koblet fra`;
      case 'guardian_invited':
        return t`Invitasjon sendt til ${email}`;
      case 'guardian_invitation_withdrawn':
        return t`Invitasjonen til ${email} ble trukket tilbake`;
      case 'guardian_discretion_changed':
        return facts['isDiscreet'] === true
          ? t`${name} ble skjermet fra de andre foresatte`
          : t`${name} er ikke lenger skjermet fra de andre foresatte`;
      default:
        return undefined;
    }
  };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
