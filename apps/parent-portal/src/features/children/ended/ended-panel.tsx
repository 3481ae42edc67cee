import './texts.ts';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { Money } from '@kantinekortet/ui';
import { Trans } from '@lingui/react/macro';
import { type Child, shortNameOf } from '../../../components/children.ts';

/** In place of the card of a child who has left: what became of it, and of the money. It ends the night after. */
export function EndedPanel({ child }: { child: Child }) {
  const name = shortNameOf(child);
  const { availableOre } = child.wallet;
  return (
    <section className="kk-panel kk-stack" data-gap="2">
      <Heading level={2} data-size="2xs">
        {child.card === null ? <Trans>Kortet er avsluttet</Trans> : <Trans>Kortet er stoppet</Trans>}
      </Heading>
      <Paragraph>
        <Trans>
          {name} går ikke lenger på {child.school.name}. Kortet kan ikke brukes, og det kan ikke fylles på.
        </Trans>
      </Paragraph>
      <Paragraph>
        {availableOre > 0 ? (
          <Trans>
            Det står igjen <Money ore={availableOre} />. Du kan få tilbake det du selv har betalt inn.
          </Trans>
        ) : (
          <Trans>Det står ingen penger igjen.</Trans>
        )}
      </Paragraph>
    </section>
  );
}
