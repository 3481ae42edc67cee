import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { type ApiProblem, problemOf } from '@kantinekortet/api-client';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { problemTexts, statusTexts, unexpectedText } from './problem-texts.ts';

/** Texts by problem code: a ready text, or one that uses the problem's facts. */
export type ProblemTexts = Record<string, MessageDescriptor | string | ((problem: ApiProblem) => string)>;

interface ProblemAlertProps {
  /** What a query or mutation threw; nothing is shown for null or undefined. */
  error: unknown;
  texts?: ProblemTexts;
  onRetry?: () => void;
}

/** A refusal or failure in the reader's words. Its live region is there before the problem is. */
export function ProblemAlert({ error, texts, onRetry }: ProblemAlertProps) {
  const textOf = useProblemText(texts);
  return (
    <div role="alert" className="kk-live">
      {error !== null && error !== undefined && (
        <Alert data-color="danger">
          <div className="kk-stack" data-gap="2">
            <Paragraph>{textOf(error)}</Paragraph>
            {onRetry && (
              <div>
                <Button variant="secondary" data-color="neutral" onClick={onRetry}>
                  <Trans>Prøv igjen</Trans>
                </Button>
              </div>
            )}
          </div>
        </Alert>
      )}
    </div>
  );
}

/** Gives the text of any thrown value: the SPA's own by code, the shared one by code, then by status. */
export function useProblemText(texts: ProblemTexts = {}): (error: unknown) => string {
  const { i18n, t } = useLingui();
  return (error) => {
    const problem = problemOf(error);
    const own = texts[problem.code];
    if (typeof own === 'function') return own(problem);
    if (typeof own === 'string') return own;
    if (own) return i18n._(own);
    if (problem.status === 429 && problem.retryAfterSeconds) {
      const minutes = Math.ceil(problem.retryAfterSeconds / 60);
      return t`Du har prøvd for mange ganger. Vent ${minutes} min og prøv igjen.`;
    }
    return i18n._(problemTexts[problem.code] ?? statusTexts[problem.status] ?? unexpectedText);
  };
}
