import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
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

/**
 * What is opened by its address brings its realm along, so that the banner of training never stands over what is real,
 * nor is missing over an exercise. Whoever switches the realm after that leaves what is open.
 */
export function useRealmOf(opened: { id: string; realm: Realm } | undefined, leave: () => void): void {
  const { realm, setRealm } = useRealm();
  const shown = useRef(realm);
  const followed = useRef<string>(undefined);
  const leaving = useRef(leave);
  useEffect(() => {
    leaving.current = leave;
  });
  const { id, realm: its } = opened ?? {};
  useEffect(() => {
    const switched = shown.current === its && followed.current === id;
    shown.current = realm;
    if (id === undefined || its === undefined) return;
    followed.current = id;
    if (its === realm) return;
    if (switched) leaving.current();
    else setRealm(its);
  }, [id, its, realm, setRealm]);
}

function remembered(): Realm | null {
  const value = localStorage.getItem(STORAGE_KEY);
  return value === 'live' || value === 'training' ? value : null;
}
