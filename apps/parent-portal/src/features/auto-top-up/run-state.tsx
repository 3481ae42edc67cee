import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { DateTime, Money } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Rule } from './auto-top-up-query.ts';

type Run = NonNullable<Rule['run']>;

/** What is under way: a charge, another attempt, or the guardian's own approval. */
export function RunState({ run }: { run: Run }) {
  const { status, amountOre, dueAt, topUpId } = run;
  switch (status) {
    case 'charging':
      return (
        <Alert data-color="info" role="status">
          <Trans>
            Vi fyller på med <Money ore={amountOre} /> nå.
          </Trans>
        </Alert>
      );
    case 'retrying':
      return (
        <Alert data-color="warning">
          <Paragraph>
            <Trans>
              Banken avviste kortet da vi skulle fylle på med <Money ore={amountOre} />. Vi har ikke trukket penger.
            </Trans>
          </Paragraph>
          {dueAt !== null && (
            <Paragraph>
              <Trans>
                Vi prøver igjen <DateTime iso={dueAt} />.
              </Trans>
            </Paragraph>
          )}
        </Alert>
      );
    case 'waiting_for_guardian':
      return (
        <Alert data-color="warning" className="kk-stack" data-gap="3">
          <Paragraph>
            <Trans>
              Banken vil at du godkjenner påfyllingen på <Money ore={amountOre} />. Vi har ikke trukket penger.
            </Trans>
          </Paragraph>
          {dueAt !== null && (
            <Paragraph>
              <Trans>
                Er den ikke godkjent innen <DateTime iso={dueAt} />, slår vi av automatisk påfylling.
              </Trans>
            </Paragraph>
          )}
          <Button asChild>
            <Link to="/fyll-paa/$topUpId/godkjenn" params={{ topUpId }}>
              <Trans>Godkjenn betalingen</Trans>
            </Link>
          </Button>
        </Alert>
      );
  }
}
