import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Section } from './section.tsx';

/** The ways to write to the school, and to what was written before. */
export function CasesSection() {
  const { t } = useLingui();
  return (
    <Section title={t`Kontakt`}>
      <Paragraph>
        <Trans>Skriv til skolen om kort og penger, og les svarene.</Trans>
      </Paragraph>
      <div className="kk-row" data-gap="3">
        <Button asChild variant="secondary">
          <Link to="/kontakt">
            <Trans>Skriv til skolen</Trans>
          </Link>
        </Button>
        <Button asChild variant="tertiary">
          <Link to="/henvendelser">
            <Trans>Se henvendelser</Trans>
          </Link>
        </Button>
      </div>
    </Section>
  );
}
