import { Button, Field, Heading, Input, Label, Paragraph, ValidationMessage } from '@digdir/designsystemet-react';
import { Trans } from '@lingui/react/macro';
import type { Ref } from 'react';
import type { AccountChoice } from './use-account-choice.ts';

/** Where the bank sends what no card takes back: the account that is known, or a new one, typed. */
export function PayoutAccount({ choice, inputRef }: { choice: AccountChoice; inputRef: Ref<HTMLInputElement> }) {
  return (
    <section className="kk-stack" data-gap="3">
      <Heading level={2} data-size="2xs">
        <Trans>Bankkonto</Trans>
      </Heading>
      {choice.known !== null && !choice.isNew ? (
        <div className="kk-row" data-between>
          <Paragraph>
            <Trans>Konto som slutter på {choice.known.last4}</Trans>
          </Paragraph>
          <Button type="button" variant="tertiary" onClick={choice.startNew}>
            <Trans>Ny konto</Trans>
          </Button>
        </div>
      ) : (
        <>
          <Field>
            <Label>
              <Trans>Kontonummer</Trans>
            </Label>
            <Field.Description>
              <Trans>11 siffer, på en norsk konto i ditt navn</Trans>
            </Field.Description>
            <Input
              ref={inputRef}
              inputMode="numeric"
              autoComplete="off"
              value={choice.number}
              aria-invalid={choice.isNumberRefused || undefined}
              onChange={(event) => choice.setNumber(event.target.value)}
            />
            {choice.isNumberRefused && (
              <ValidationMessage>
                <Trans>Kontonummeret stemmer ikke. Sjekk at du har skrevet 11 siffer riktig</Trans>
              </ValidationMessage>
            )}
          </Field>
          <Field>
            <Label>
              <Trans>Kontohaver</Trans>
            </Label>
            <Input
              autoComplete="name"
              maxLength={100}
              value={choice.holder}
              aria-invalid={choice.isHolderRefused || undefined}
              onChange={(event) => choice.setHolder(event.target.value)}
            />
            {choice.isHolderRefused && (
              <ValidationMessage>
                <Trans>Skriv navnet på den som eier kontoen</Trans>
              </ValidationMessage>
            )}
          </Field>
          <Paragraph className="kk-subtle">
            <Trans>En ny konto kan brukes etter 72 timer. Vi sender deg e-post om den.</Trans>
          </Paragraph>
        </>
      )}
    </section>
  );
}
