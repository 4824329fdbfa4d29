import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { readSession } from '#contract/identity';
import { ApiProblem } from '../api/api-problem.js';
import { onSessionEnd } from '../api/client.js';
import { useEndpoint } from '../api/use-endpoint.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { signInPath } from './return-path.js';
import { SessionContext } from './session.js';
import { usePreferences } from './use-preferences.js';

/** Lets its children through with a session, and leads everyone else to the sign-in page and back. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const session = useEndpoint(readSession, {}, { staleTime: Infinity });
  usePreferences(session.data?.preferences);
  useLeaveWhenSessionEnds(pathname + search);

  if (session.data) return <SessionContext value={session.data}>{children}</SessionContext>;
  if (session.error instanceof ApiProblem && session.error.status === 401) {
    return <Navigate to={signInPath(pathname + search)} replace />;
  }
  if (session.error) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  return <LoadingState rows={3} />;
}

function useLeaveWhenSessionEnds(path: string): void {
  const navigate = useNavigate();
  const cache = useQueryClient();
  useEffect(
    () =>
      onSessionEnd(() => {
        if (!cache.getQueryData([readSession.path, {}])) return;
        cache.clear();
        void navigate(signInPath(path), { replace: true, state: { ended: true } });
      }),
    [cache, navigate, path],
  );
}
