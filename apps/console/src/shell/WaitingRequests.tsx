import Chip from '@mui/material/Chip';
import { listRequests } from '#contract/requests';
import { useEndpoint } from '../api/use-endpoint.js';
import { useRealm } from './realm.js';

/** How many answers are missing on the networks shown; red when one of them is overdue. */
export function WaitingRequests() {
  const { realm } = useRealm();
  const counts = useEndpoint(listRequests, { query: { realm, limit: 1 } }, { refetchInterval: 60_000 }).data
    ?.counts;
  if (!counts || counts.waiting === 0) return null;
  return <Chip label={counts.waiting} color={counts.overdue > 0 ? 'error' : 'primary'} sx={{ height: 20 }} />;
}
