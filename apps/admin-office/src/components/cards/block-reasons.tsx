import { Fieldset, Radio } from '@digdir/designsystemet-react';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

const reasons = ['lost', 'stolen', 'damaged'] as const;
export type BlockReason = (typeof reasons)[number];

interface BlockReasonsProps {
  legend: ReactNode;
  reason: BlockReason;
  onChoose: (reason: BlockReason) => void;
}

/** What has become of a card, in words. */
export function useBlockReasons(): Readonly<Record<BlockReason, string>> {
  const { t } = useLingui();
  return { lost: t`Mistet`, stolen: t`Stjålet`, damaged: t`Ødelagt` };
}

/** Asks what has become of a card. */
export function BlockReasons({ legend, reason, onChoose }: BlockReasonsProps) {
  const labels = useBlockReasons();
  return (
    <Fieldset>
      <Fieldset.Legend>{legend}</Fieldset.Legend>
      {reasons.map((value) => (
        <Radio
          key={value}
          name="reason"
          label={labels[value]}
          value={value}
          checked={reason === value}
          onChange={() => onChoose(value)}
        />
      ))}
    </Fieldset>
  );
}
