import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { readWorkspace } from '#contract/identity';
import type { Realm } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';

interface RealmChoice {
  realm: Realm;
  setRealm: (realm: Realm) => void;
}
const RealmContext = createContext<RealmChoice | null>(null);
const STORAGE_KEY = 'passerelle.realm';

/** Which networks the console shows: live or training. A demonstration begins with training, where its mentions are. */
export function RealmProvider({ children }: { children: ReactNode }) {
  const workspace = useEndpoint(readWorkspace, {}, { staleTime: Infinity });
  const [chosen, setChosen] = useState(remembered);
  const realm = chosen ?? (workspace.data?.demonstration ? 'training' : 'live');
  const choice = useMemo<RealmChoice>(
    () => ({
      realm,
      setRealm: (next) => {
        localStorage.setItem(STORAGE_KEY, next);
        setChosen(next);
      },
    }),
    [realm],
  );
  if (workspace.isPending) return null;
  return <RealmContext value={choice}>{children}</RealmContext>;
}

/** `const { realm } = useRealm()`: give it to every query that takes a realm. */
export function useRealm(): RealmChoice {
  const choice = useContext(RealmContext);
  if (!choice) throw new Error('useRealm is used outside the shell');
  return choice;
}

function remembered(): Realm | null {
  const value = localStorage.getItem(STORAGE_KEY);
  return value === 'live' || value === 'training' ? value : null;
}
