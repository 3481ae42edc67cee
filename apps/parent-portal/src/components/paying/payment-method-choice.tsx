import { Trans, useLingui } from '@lingui/react/macro';
import { ChoiceTiles } from '../choice-tiles.tsx';
import type { PaymentMethod } from './payment-method.ts';

interface PaymentMethodChoiceProps {
  methods: readonly PaymentMethod[];
  chosen: PaymentMethod;
  onChoose: (method: PaymentMethod) => void;
}

/** How to pay; nothing where there is one way only. */
export function PaymentMethodChoice({ methods, chosen, onChoose }: PaymentMethodChoiceProps) {
  const { t } = useLingui();
  if (methods.length < 2) return null;
  return (
    <ChoiceTiles
      legend={<Trans>Hvordan vil du betale?</Trans>}
      columns={2}
      tiles={methods.map(({ provider, method }) => ({
        value: provider,
        label: method === 'card' ? t`Bankkort` : method,
      }))}
      chosen={chosen.provider}
      onChoose={(provider) => {
        const method = methods.find((offered) => offered.provider === provider);
        if (method) onChoose(method);
      }}
    />
  );
}
