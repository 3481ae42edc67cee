import { Button } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { PupilDetails } from '../../../components/cards/pupil-details.ts';
import { PrintStatement } from './print-statement.tsx';

/** Prints a statement of the pupil's card: all that customer service does with money. */
export function Statement({ details }: { details: PupilDetails }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setIsOpen(true)}>
        <Trans>Skriv ut kontoutskrift</Trans>
      </Button>
      {isOpen && <PrintStatement details={details} onClose={() => setIsOpen(false)} />}
    </>
  );
}
