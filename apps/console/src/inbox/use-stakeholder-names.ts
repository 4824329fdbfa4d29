import { listStakeholders } from '#contract/stakeholders';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { useRealm } from '../shell/realm.js';

/** Names of the stakeholders in use by id; read once in a while. */
export function useStakeholderNames(): ReadonlyMap<string, string> {
  const may = useMay();
  const { realm } = useRealm();
  const { data } = useEndpoint(
    listStakeholders,
    { query: { realm } },
    { enabled: may('stakeholders.read'), staleTime: 60_000 },
  );
  return new Map((data?.items ?? []).map(({ id, name }) => [id, name]));
}
