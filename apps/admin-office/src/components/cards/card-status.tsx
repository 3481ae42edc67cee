import { Tag } from '@digdir/designsystemet-react';
import { formatCardNumber } from '@kantinekortet/codes';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

interface CardStatusProps {
  card: { number: string; status: 'stock' | 'active' | 'blocked' | 'ended' } | null;
}

/** A card's number and state in words and colour. */
export function CardStatus({ card }: CardStatusProps): ReactNode {
  if (card === null) {
    return (
      <span className="kk-subtle">
        <Trans>Uten kort</Trans>
      </span>
    );
  }
  return (
    <span className="kk-row">
      <span className="kk-money">{formatCardNumber(card.number)}</span>
      {card.status === 'blocked' && (
        <Tag data-color="danger">
          <Trans>Sperret</Trans>
        </Tag>
      )}
      {card.status === 'active' && (
        <Tag data-color="success">
          <Trans>Aktivt</Trans>
        </Tag>
      )}
      {card.status === 'ended' && (
        <Tag data-color="neutral">
          <Trans>Avsluttet</Trans>
        </Tag>
      )}
    </span>
  );
}
