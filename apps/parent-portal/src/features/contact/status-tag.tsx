import { Tag } from '@digdir/designsystemet-react';
import type { Item } from '@kantinekortet/api-client';
import { Trans } from '@lingui/react/macro';

export type CaseStatus = Item<'/guardians/me/support-cases'>['status'];

/** Where a case stands, as its sender sees it. */
export function StatusTag({ status }: { status: CaseStatus }) {
  switch (status) {
    case 'open':
      return (
        <Tag data-color="info">
          <Trans>Hos skolen</Trans>
        </Tag>
      );
    case 'waiting':
      return (
        <Tag data-color="warning">
          <Trans>Venter på deg</Trans>
        </Tag>
      );
    case 'closed':
      return (
        <Tag data-color="neutral">
          <Trans>Avsluttet</Trans>
        </Tag>
      );
  }
}
