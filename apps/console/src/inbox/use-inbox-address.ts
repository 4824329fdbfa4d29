import { useCallback, useEffect, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { REALMS } from '#platform/contract';
import { useRealm } from '../shell/realm.js';
import { type InboxFilter, printFilter, readFilter } from './inbox-filter.js';

/** The filter and the open mention, both kept in the address, so that a link shows the same to a colleague. */
export function useInboxAddress() {
  const { mentionId } = useParams();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const printed = search.toString();
  const filter = useMemo(() => readFilter(new URLSearchParams(printed)), [printed]);
  useRealmOfAddress(search, setSearch);

  const setFilter = useCallback(
    (next: InboxFilter) => setSearch(printFilter(next), { replace: true }),
    [setSearch],
  );
  const open = useCallback(
    (id: string | null, options: { replace?: boolean } = {}) => {
      const path = id === null ? '/inbox' : `/inbox/${id}`;
      void navigate({ pathname: path, search: printed }, options);
    },
    [navigate, printed],
  );
  return { filter, setFilter, mentionId, open };
}

/** A link from another page may say which realm its figures are of. */
function useRealmOfAddress(
  search: URLSearchParams,
  setSearch: (next: URLSearchParams, options: { replace: boolean }) => void,
) {
  const { setRealm } = useRealm();
  const named = search.get('realm');
  useEffect(() => {
    if (named === null) return;
    const realm = REALMS.find((one) => one === named);
    if (realm) setRealm(realm);
    const rest = new URLSearchParams(search);
    rest.delete('realm');
    setSearch(rest, { replace: true });
  }, [named, search, setSearch, setRealm]);
}
