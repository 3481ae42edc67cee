import { Paragraph } from '@digdir/designsystemet-react';
import { useProblemText } from '@kantinekortet/ui';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { LinkBrokenIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { Notice } from './notice.tsx';

const texts = {
  link_not_valid: msg`Lenken er brukt eller for gammel.`,
  case_not_found: msg`Lenken er ikke hel, eller saken finnes ikke lenger.`,
  invalid_input: msg`Lenken er ikke hel. Åpne den fra e-posten på nytt.`,
};

/** A link from a mail that no longer works, with the ways on as children. */
export function DeadLink({ error, children }: { error: unknown; children: ReactNode }) {
  const { t } = useLingui();
  const textOf = useProblemText(texts);
  return (
    <Notice icon={<LinkBrokenIcon />} tone="warning" title={t`Lenken virker ikke`} actions={children}>
      <Paragraph>{textOf(error)}</Paragraph>
    </Notice>
  );
}
