import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { attach, type IncidentSummary, listIncidents, readAttached, readStatements } from '#contract/crisis';
import type { Realm } from '#platform/contract';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { TOUCHED } from './touched.js';

interface AttachToIncidentProps {
  kind: 'mention' | 'escalation';
  subjectId: string;
  realm: Realm;
}

/** Incidents under way, each with whether this belongs to its file; nothing while there are none. */
export function AttachToIncident({ kind, subjectId, realm }: AttachToIncidentProps) {
  const may = useMay();
  const open = useEndpoint(
    listIncidents,
    { query: { realm, state: ['declared', 'running', 'closing'], limit: 5 } },
    { enabled: may('incidents.read') },
  );
  if (!open.data || open.data.items.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      {open.data.items.map((incident) => (
        <IncidentFile key={incident.id} incident={incident} kind={kind} subjectId={subjectId} />
      ))}
    </Box>
  );
}

interface IncidentFileProps extends Pick<AttachToIncidentProps, 'kind' | 'subjectId'> {
  incident: IncidentSummary;
}

function IncidentFile({ incident, kind, subjectId }: IncidentFileProps) {
  const { t } = useTranslation();
  const may = useMay();
  const params = { incidentId: incident.id };
  const reading = useEndpoint(readAttached, { params });
  const add = useChange(attach, { touches: [...TOUCHED, readAttached, readStatements] });
  if (!reading.data) return null;
  const attached =
    kind === 'mention'
      ? reading.data.mentions.some(({ id }) => id === subjectId)
      : reading.data.escalations.some((one) => one.id === subjectId && one.attached);
  if (!attached && !may('incidents.take_part')) return null;
  return (
    <Box>
      <Typography
        variant="body2"
        component="div"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}
      >
        <span>{t(attached ? 'incidents.isAttachedTo' : 'incidents.mayBelongTo')}</span>
        <Link
          component={RouterLink}
          to={`/incidents/${incident.id}?tab=attached`}
          sx={{ minWidth: 0, overflowWrap: 'anywhere' }}
        >
          {incident.title}
        </Link>
        {attached ? null : (
          <Button
            size="small"
            loading={add.isPending}
            onClick={() => add.mutate({ params: { ...params, kind, subjectId } })}
            aria-label={`${t('incidents.attach')}${t('common.colon')}${incident.title}`}
          >
            {t('incidents.attach')}
          </Button>
        )}
      </Typography>
      <ProblemAlert error={add.error} sx={{ mt: 1 }} />
    </Box>
  );
}
