import { useLingui } from '@lingui/react/macro';
import { PageHeader } from '../layout/page-header.tsx';
import { ProblemAlert, type ProblemTexts } from './problem-alert.tsx';

interface ProblemScreenProps {
  error: unknown;
  texts?: ProblemTexts | undefined;
  onRetry: () => void;
}

/** All of a screen when what it is about could not be fetched. */
export function ProblemScreen({ error, texts, onRetry }: ProblemScreenProps) {
  const { t } = useLingui();
  return (
    <div className="kk-stack" data-gap="5">
      <PageHeader title={t`Noe gikk galt`} />
      <ProblemAlert error={error} {...(texts && { texts })} onRetry={onRetry} />
    </div>
  );
}
