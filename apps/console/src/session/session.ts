import { createContext, useContext } from 'react';
import type { Session } from '#contract/identity';
import type { Permission } from '#platform/contract';

/** Null only outside the gate. */
export const SessionContext = createContext<Session | null>(null);

/** Who is signed in; only inside the pages that need a session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside the session gate');
  return session;
}

/** `const may = useMay(); may('answers.write')` */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
