import { useFormat } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import {
  ArrowUndoIcon,
  CheckmarkIcon,
  ExclamationmarkIcon,
  HourglassIcon,
  PersonIcon,
  QrCodeIcon,
  XMarkIcon,
} from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useRefusalText } from './refusal-texts.ts';
import type { CardLookup, Holder, SaleState } from './sale-state.ts';

interface BandContent {
  readonly tone: 'calm' | 'success' | 'attention' | 'danger';
  readonly icon: ReactNode;
  readonly headline: string;
  readonly detail?: string;
}

/** What the band says in each state. A state without a picture does not compile. */
export function useBandContent(sale: SaleState, amountOre: number): BandContent {
  const { t } = useLingui();
  const { kr } = useFormat();
  const refusalText = useRefusalText();
  switch (sale.kind) {
    case 'ready':
      return amountOre > 0
        ? {
            tone: 'calm',
            icon: <QrCodeIcon />,
            headline: t`Skann kortet`,
            detail: t`${kr(amountOre)} trekkes fra kortet.`,
          }
        : {
            tone: 'calm',
            icon: <QrCodeIcon />,
            headline: t`Klar for neste`,
            detail: t`Trykk på en vare, eller skann kortet først.`,
          };
    case 'looking_up':
      return { tone: 'calm', icon: <HourglassIcon />, headline: t`Et øyeblikk …` };
    case 'sending':
      return { tone: 'calm', icon: <HourglassIcon />, headline: t`Trekker ${kr(sale.attempt.request.totalOre)} …` };
    case 'holder_shown':
      return {
        tone: 'calm',
        icon: <PersonIcon />,
        headline: nameOf(sale.holder, sale.lookup),
        ...(sale.lookup ? { detail: t`Saldo ${kr(sale.lookup.balanceOre)}` } : { detail: t`Uten kort` }),
      };
    case 'sold': {
      const { totalOre, balanceOre, pupil } = sale.receipt;
      return {
        tone: 'success',
        icon: <CheckmarkIcon />,
        headline: t`Betalt ${kr(totalOre)}`,
        detail: t`${pupil.firstName}: ny saldo ${kr(balanceOre)}.`,
      };
    }
    case 'refused': {
      const isQuestion = sale.problem.code === 'card_unknown' || sale.problem.code === 'price_changed';
      return {
        tone: isQuestion ? 'attention' : 'danger',
        icon: isQuestion ? <ExclamationmarkIcon /> : <XMarkIcon />,
        ...refusalText(sale.problem),
      };
    }
    case 'asks_repeat':
      return {
        tone: 'attention',
        icon: <ExclamationmarkIcon />,
        headline: t`En gang til?`,
        detail: t`Kortet ble brukt for ${sale.secondsAgo} sekunder siden. Vil du trekke ${kr(sale.amountOre)} en gang til?`,
      };
    case 'unknown':
      return {
        tone: 'attention',
        icon: <ExclamationmarkIcon />,
        headline: t`Venter på svar`,
        detail: t`Vi vet ikke om ${kr(sale.attempt.request.totalOre)} er trukket. Vi spør igjen av oss selv.`,
      };
    case 'given_up':
      return {
        tone: 'calm',
        icon: <XMarkIcon />,
        headline: t`Salget er gitt opp`,
        detail: t`Ingen penger er trukket.`,
      };
    case 'undone':
      return {
        tone: 'success',
        icon: <ArrowUndoIcon />,
        headline: t`Salget er angret`,
        detail: t`${kr(sale.amountOre)} er tilbake på kortet.`,
      };
  }
}

function nameOf(holder: Holder, lookup: CardLookup | undefined): string {
  if (lookup) return [lookup.pupil.firstName, lookup.pupil.className].filter(Boolean).join(', ');
  return holder.kind === 'pupil' ? holder.name : '';
}
