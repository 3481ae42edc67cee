import { ProblemScreen } from '@kantinekortet/ui';
import { Component, type ReactNode } from 'react';

interface State {
  failure: { error: unknown } | undefined;
}

/**
 * Stands in for a screen that broke or whose code could not be loaded. Trying again reloads the page, because React
 * remembers that a lazy screen failed.
 */
export class FailureBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <ProblemScreen error={failure.error} onRetry={() => location.reload()} /> : this.props.children;
  }
}
