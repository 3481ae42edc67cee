import { Field, Input, Label } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';

/** Asked for in place when the last sign-in is too long ago to move money out. */
export function PasswordAgain({ value, onChange }: { value: string; onChange: (password: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <Field>
      <Label>
        <Trans>Passord</Trans>
      </Label>
      <Field.Description>
        <Trans>Det er en stund siden du logget inn. Skriv passordet ditt, så vet vi at det er deg.</Trans>
      </Field.Description>
      <Input
        ref={input}
        type="password"
        autoComplete="current-password"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
