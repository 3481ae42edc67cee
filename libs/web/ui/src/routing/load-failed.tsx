import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemScreen } from '../feedback/problem-screen.tsx';

/** A route whose data or code could not be loaded. */
export function LoadFailed({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <ProblemScreen error={error} onRetry={() => void router.invalidate()} />;
}
