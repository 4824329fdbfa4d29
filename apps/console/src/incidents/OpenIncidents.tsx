import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { listIncidents } from '#contract/crisis';
import type { Realm } from '#platform/contract';
import { useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';
import { IncidentCard } from './IncidentCard.js';

/** Incidents under way, where one looks first; nothing while there are none. */
export function OpenIncidents({ realm, topicId }: { realm: Realm; topicId?: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const open = useEndpoint(
    listIncidents,
    { query: { realm, topicId, state: ['declared', 'running', 'closing'], limit: 20 } },
    { enabled: may('incidents.read'), refetchInterval: 60_000 },
  );
  if (!open.data || open.data.items.length === 0) return null;
  return (
    <Box
      component="section"
      aria-label={t('incidents.open')}
      sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <VisuallyHidden>
        <h2>{t('incidents.open')}</h2>
      </VisuallyHidden>
      {open.data.items.map((incident) => (
        <IncidentCard key={incident.id} incident={incident} />
      ))}
    </Box>
  );
}
