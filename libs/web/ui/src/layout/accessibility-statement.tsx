import { Heading, Link, List, Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { contactEmail } from './contact-email.ts';
import { PageHeader } from './page-header.tsx';

interface AccessibilityStatementProps {
  /** What the statement is about, as people call it. */
  service: string;
  /** Known shortcomings, one each; none says so. */
  shortcomings?: ReactNode[];
}

/** The accessibility statement (forskrift om universell utforming av IKT § 4 b) that each SPA shows for itself. */
export function AccessibilityStatement({ service, shortcomings = [] }: AccessibilityStatementProps) {
  const { t } = useLingui();
  return (
    <div className="kk-stack kk-text" data-gap="6">
      <PageHeader title={t`Tilgjengelighetserklæring`}>
        <Trans>Alle skal kunne bruke {service}, uansett hvordan de ser, hører, leser eller bruker skjermen.</Trans>
      </PageHeader>
      <section className="kk-stack" data-gap="2">
        <Heading level={2} data-size="xs">
          <Trans>Hva vi retter oss etter</Trans>
        </Heading>
        <Paragraph>
          <Trans>
            Vi følger WCAG 2.2 på nivå AA. Loven krever det meste av dette i «forskrift om universell utforming av IKT».
          </Trans>
        </Paragraph>
      </section>
      <section className="kk-stack" data-gap="2">
        <Heading level={2} data-size="xs">
          <Trans>Kjente mangler</Trans>
        </Heading>
        {shortcomings.length > 0 ? (
          <List.Unordered>
            {shortcomings.map((shortcoming, index) => (
              <List.Item key={index}>{shortcoming}</List.Item>
            ))}
          </List.Unordered>
        ) : (
          <Paragraph>
            <Trans>Vi kjenner ikke til noen mangler nå. Si fra hvis du finner en.</Trans>
          </Paragraph>
        )}
      </section>
      <section className="kk-stack" data-gap="2">
        <Heading level={2} data-size="xs">
          <Trans>Si fra til oss</Trans>
        </Heading>
        <Paragraph>
          <Trans>
            Skriv til <Link href={`mailto:${contactEmail}`}>{contactEmail}</Link>. Fortell hvilken side det gjelder og
            hva som skjedde. Vi svarer innen fem arbeidsdager.
          </Trans>
        </Paragraph>
      </section>
      <section className="kk-stack" data-gap="2">
        <Heading level={2} data-size="xs">
          <Trans>Klage</Trans>
        </Heading>
        <Paragraph>
          <Trans>
            Er du ikke fornøyd med svaret, kan du klage til{' '}
            <Link href="https://www.uutilsynet.no">Tilsynet for universell utforming av ikt</Link>.
          </Trans>
        </Paragraph>
      </section>
    </div>
  );
}
