import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { readDashboard } from '#contract/dashboard';
import type { IncidentDetail } from '#contract/crisis';
import type { FigureCode } from '#rules/figures';
import { useEndpoint } from '../api/use-endpoint.js';
import { figureAddress } from '../dashboard/dashboard-scope.js';
import { useFigureWords } from '../dashboard/use-figure-words.js';
import { useMay } from '../session/session.js';

/** What tells how large it is, and which way it goes. */
const TOLD: readonly FigureCode[] = ['mentions', 'negativeShare', 'backlog'];

/** The topic in three figures of the last 24 hours, each with the way it goes; each opens what it counts. */
export function Pulse({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const { words, shown, trend } = useFigureWords();
  const { realm, topic } = incident;
  const reading = useEndpoint(
    readDashboard,
    { query: { realm, topicId: topic.id, span: '24h' } },
    { enabled: may('topics.read') && may('mentions.read') },
  );
  const figures = reading.data?.figures.filter(({ code }) => TOLD.includes(code)) ?? [];
  if (!reading.data || figures.length === 0) return null;
  const { range } = reading.data;
  const scope = { realm, span: '24h', topicId: topic.id, network: [], language: [] } as const;
  return (
    <Box
      component="ul"
      aria-label={t('incidents.pulse')}
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}
    >
      {figures.map((figure) => (
        <Typography component="li" variant="body2" key={figure.code}>
          {words(figure.code).name}
          {t('common.colon')}
          <Link
            component={RouterLink}
            to={figureAddress(figure.code, scope, range)}
            aria-label={t('dashboard.open', { name: words(figure.code).name, value: shown(figure) })}
            sx={{ fontWeight: 650 }}
          >
            {shown(figure)}
          </Link>{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {trend(figure)?.text ?? ''}
          </Box>
        </Typography>
      ))}
      <Typography component="li" variant="body2" sx={{ color: 'text.secondary' }}>
        {t('incidents.pulseSpan')}
      </Typography>
    </Box>
  );
}
