import { Trans } from '@lingui/react/macro';
import { CheckmarkIcon, PadlockLockedIcon } from '@navikt/aksel-icons';
import type { Child } from '../../components/children.ts';

/** A card's state in a word, with its own sign, so that colour is never alone. */
export function CardStatus({ status }: { status: NonNullable<Child['card']>['status'] }) {
  switch (status) {
    case 'active':
      return (
        <>
          <CheckmarkIcon aria-hidden /> <Trans>I bruk</Trans>
        </>
      );
    case 'blocked':
      return (
        <>
          <PadlockLockedIcon aria-hidden /> <Trans>Sperret</Trans>
        </>
      );
  }
}
