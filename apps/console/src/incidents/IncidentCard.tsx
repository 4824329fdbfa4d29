import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { IncidentSummary } from '#contract/crisis';
import { useLocalised } from '../i18n/localised.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { WaitingFor } from './WaitingFor.js';

/** An incident in a list: what it is, who leads, what it waits for. */
export function IncidentCard({ incident }: { incident: IncidentSummary }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const closed = incident.state === 'closed';
  return (
    <Paper variant="outlined" component="article" sx={{ p: 2, display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {closed ? null : <LevelBadge level={incident.level} />}
        <Typography variant="h3" sx={{ flex: '1 1 200px', minWidth: 0 }}>
          <Link component={RouterLink} to={`/incidents/${incident.id}`} color="inherit">
            {incident.title}
          </Link>
        </Typography>
        <Chip size="small" label={t(`incidents.state.${incident.state}`)} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {say(incident.type.name)} · {incident.topic.name} ·{' '}
        {incident.lead ? t('incidents.leadIs', { name: incident.lead.name }) : t('incidents.nobodyLeads')} ·{' '}
        <RelativeTime instant={incident.closedAt ?? incident.declaredAt} />
      </Typography>
      {closed ? null : <WaitingFor waiting={incident.waitsFor.slice(0, 2)} />}
    </Paper>
  );
}
