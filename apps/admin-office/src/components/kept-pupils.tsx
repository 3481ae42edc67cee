import { Paragraph } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';

interface KeptPupilsProps {
  pupils: readonly { pupilId: string; name: string; className: string }[];
}

/** Who stays although an undo would take them out, and why. */
export function KeptPupils({ pupils }: KeptPupilsProps) {
  if (pupils.length === 0) return null;
  return (
    <div>
      <Paragraph>
        <Trans>Disse blir, fordi de har fått kort, foresatt eller penger:</Trans>
      </Paragraph>
      <ul>
        {pupils.map(({ pupilId, name, className }) => (
          <li key={pupilId}>{[name, className].join(', ')}</li>
        ))}
      </ul>
    </div>
  );
}
