import Chip from '@mui/material/Chip';
import { listAnswers } from '#contract/answers';
import { useEndpoint } from '../api/use-endpoint.js';

/** How many versions wait for a department of mine. */
export function WaitingApprovals() {
  const waiting = useEndpoint(listAnswers, { query: { awaitingMe: 'true', limit: 1 } }).data?.awaitingMe ?? 0;
  return waiting > 0 ? <Chip label={waiting} color="primary" sx={{ height: 20 }} /> : null;
}
