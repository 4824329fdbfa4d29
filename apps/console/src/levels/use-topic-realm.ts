import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { Realm } from '#platform/contract';
import { useRealm } from '../shell/realm.js';

/** The realm of the page: the address may name one, as the links of notices do; the console then shows that one. */
export function useTopicRealm(): Realm {
  const { realm, setRealm } = useRealm();
  const [search] = useSearchParams();
  const named = search.get('realm');
  const asked = named === 'live' || named === 'training' ? named : null;
  useEffect(() => {
    if (asked !== null) setRealm(asked);
    // Only the address asks: a choice made afterwards stands.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);
  return realm;
}
