import { type ProblemTexts, useFormat } from '@kantinekortet/ui';
import { useLingui } from '@lingui/react/macro';
import { shortNameOf, useChildren } from '../../components/children.ts';

interface Refusal {
  walletId: string;
  code: string;
  roomOre?: unknown;
}

/** Says of each child in the way of a payment for several which it is and why. */
export function useRefusedChildren(): ProblemTexts {
  const { t } = useLingui();
  const { kr } = useFormat();
  const children = useChildren().data?.items ?? [];

  function say({ walletId, code, roomOre }: Refusal): string {
    const child = children.find(({ wallet }) => wallet.id === walletId);
    const name = child ? shortNameOf(child) : t`et av barna`;
    if (code === 'balance_cap_reached' && typeof roomOre === 'number') {
      return t`Det er ikke plass til så mye på kortet til ${name}. Der kan du fylle på ${kr(roomOre)} nå.`;
    }
    if (code === 'pupil_left') return t`Kortet til ${name} kan ikke fylles på, for skolegangen er slutt.`;
    return t`Beløpet til ${name} er for lite eller for stort.`;
  }

  return {
    children_refused: ({ facts }) => {
      const refusals: unknown[] = Array.isArray(facts['refusals']) ? facts['refusals'] : [];
      return t`${refusals.filter(isRefusal).map(say).join(' ')} Vi har ikke trukket penger.`;
    },
  };
}

function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'walletId' in value &&
    typeof value.walletId === 'string' &&
    'code' in value &&
    typeof value.code === 'string'
  );
}
