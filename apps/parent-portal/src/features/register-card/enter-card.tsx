import { Button } from '@digdir/designsystemet-react';
import { parseCardNumber, parseControlCode } from '@kantinekortet/codes';
import { Form, FormField, PageHeader, QrScanner, SubmitButton } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { QrCodeScanningIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useForm } from 'react-hook-form';
import { BackLink } from '../../components/back-link.tsx';
import { readLetter } from './read-letter.ts';
import type { LetterCard } from './use-registering.ts';

interface EnterCardProps {
  number: string | undefined;
  code: string | undefined;
  busy: boolean;
  problem: ReactNode;
  onSubmit: (card: LetterCard) => Promise<void>;
}

/** The two numbers of the letter: typed, read by the camera, or already in the link. */
export function EnterCard({ number = '', code = '', busy, problem, onSubmit }: EnterCardProps) {
  const { t } = useLingui();
  const [isScanning, setIsScanning] = useState(false);
  const [hint, setHint] = useState<string>();
  const form = useForm({ defaultValues: { number, code }, shouldFocusError: false });

  function submit(values: { number: string; code: string }): Promise<void> {
    const cardNumber = parseCardNumber(values.number);
    const controlCode = parseControlCode(values.code);
    return cardNumber && controlCode ? onSubmit({ cardNumber, controlCode }) : Promise.resolve();
  }

  const submitFromLink = useEffectEvent(() => void submit({ number, code }));
  useEffect(() => {
    submitFromLink();
  }, []);

  function take(text: string) {
    const letter = readLetter(text);
    if (letter === 'card') {
      setHint(t`Det er koden på selve kortet. Bruk koden i brevet.`);
    } else if (letter) {
      setIsScanning(false);
      setHint(undefined);
      form.reset(letter);
      void submit(letter);
    }
  }

  return (
    <div className="kk-stack" data-gap="6">
      <PageHeader title={t`Registrer kort`} above={<BackLink />}>
        <Trans>Du trenger brevet som fulgte med kortet fra skolen.</Trans>
      </PageHeader>
      {isScanning && <QrScanner onRead={take} />}
      <p role="status" className="kk-live">
        {hint}
      </p>
      <Button
        variant="secondary"
        className="kk-full"
        aria-pressed={isScanning}
        onClick={() => setIsScanning(!isScanning)}
      >
        <QrCodeScanningIcon aria-hidden />
        {isScanning ? <Trans>Lukk kameraet</Trans> : <Trans>Skann brevet</Trans>}
      </Button>
      {problem}
      <Form form={form} onSubmit={submit}>
        <FormField
          form={form}
          name="number"
          label={t`Kortnummer`}
          description={t`10 siffer, for eksempel 4812 0937 57`}
          inputMode="numeric"
          autoComplete="off"
          rules={{
            required: t`Skriv kortnummeret`,
            validate: (value) => parseCardNumber(value) !== undefined || t`Kortnummeret stemmer ikke. Se over sifrene.`,
          }}
        />
        <FormField
          form={form}
          name="code"
          label={t`Kontrollkode`}
          description={t`10 bokstaver og tall`}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          rules={{
            required: t`Skriv kontrollkoden`,
            validate: (value) =>
              parseControlCode(value) !== undefined || t`Kontrollkoden skal ha 10 bokstaver og tall.`,
          }}
        />
        <SubmitButton busy={busy} fullWidth>
          <Trans>Finn kortet</Trans>
        </SubmitButton>
      </Form>
    </div>
  );
}
