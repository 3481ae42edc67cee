import { Button, Heading, Link as TextLink, Paragraph, Tag } from '@digdir/designsystemet-react';
import { formatCardNumber } from '@kantinekortet/codes';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { type Child, shortNameOf } from '../../components/children.ts';
import { CardDialog } from './card-dialog.tsx';
import { CardStatus } from './card-status.tsx';

/** The child's card: whether it works, and the two taps that stop or start it. */
export function CardPanel({ child }: { child: Child }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { card } = child;
  const name = shortNameOf(child);

  if (!card) {
    return (
      <section className="kk-panel kk-stack" data-gap="2">
        <Heading level={2} data-size="2xs">
          <Trans>Kort</Trans>
        </Heading>
        <Paragraph>
          <Trans>{name} har ikke noe kort nå. Skolekontoret lager et nytt. Pengene blir stående.</Trans>
        </Paragraph>
      </section>
    );
  }
  const isBlocked = card.status === 'blocked';
  // Only the office lifts what the office has set.
  const isOfficesBlock = card.blockedByRole === 'office';
  return (
    <section className="kk-panel kk-stack" data-gap="3">
      <div className="kk-row" data-between data-gap="3">
        <div>
          <Heading level={2} data-size="2xs">
            <Trans>Kort</Trans>
          </Heading>
          <span className="kk-subtle kk-money">{formatCardNumber(card.number)}</span>
        </div>
        <Tag data-color={isBlocked ? 'danger' : 'success'}>
          <CardStatus status={card.status} />
        </Tag>
      </div>
      {isBlocked && (
        <Paragraph data-size="sm">
          {isOfficesBlock ? (
            <Trans>Skolekontoret har sperret kortet. Bare de kan oppheve sperren. Pengene blir stående.</Trans>
          ) : (
            <Trans>Kortet er sperret. Er det borte, lager skolekontoret et nytt. Pengene følger med.</Trans>
          )}
        </Paragraph>
      )}
      {!isOfficesBlock && (
        <div>
          <Button
            variant="secondary"
            data-color={isBlocked ? 'neutral' : 'danger'}
            onClick={() => dialog.current?.showModal()}
          >
            {isBlocked ? <Trans>Opphev sperren</Trans> : <Trans>Sperr kortet</Trans>}
          </Button>
        </div>
      )}
      <div>
        <TextLink asChild>
          <Link to="/kontakt" search={{ elev: child.pupilId }}>
            <Trans>Kontakt skolen om kortet</Trans>
          </Link>
        </TextLink>
      </div>
      <CardDialog ref={dialog} cardId={card.id} name={name} isBlocked={isBlocked} />
    </section>
  );
}
