import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.js';
import { CountDown } from '../incidents/CountDown.js';
import { useWaitingText } from '../incidents/WaitingFor.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import type { WallView } from './use-wall.js';

const MOST_WAITING = 3;
const LARGE = 'clamp(1.1rem, 1.5vw, 1.9rem)';

/** Incidents that are open, who leads them and what they wait for, with the clocks running. */
export function WallIncidents({ incidents }: { incidents: WallView['incidents'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const waitingText = useWaitingText();
  const { open, items } = incidents;
  if (items.length === 0) {
    return <Typography sx={{ fontSize: '2.5rem' }}>{t('wall.noIncidents')}</Typography>;
  }
  return (
    <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)', fontSize: LARGE }}>
      {items.map((incident) => (
        <Box
          component="article"
          key={incident.id}
          sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 2.5, bgcolor: 'background.paper' }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
            <Box sx={{ zoom: { md: 1.4, xl: 1.7 } }}>
              <LevelBadge level={incident.level} />
            </Box>
            <Typography
              variant="h2"
              sx={{ fontSize: 'clamp(1.4rem, 2.1vw, 2.75rem)', overflowWrap: 'anywhere' }}
            >
              {incident.title}
            </Typography>
          </Box>
          <Box component="p" sx={{ m: 0, color: 'text.secondary' }}>
            {[
              incident.topic,
              t(`incidents.state.${incident.state}`),
              incident.lead === null
                ? t('incidents.nobodyLeads')
                : t('incidents.leadIs', { name: incident.lead }),
              ...(incident.nextReportAt === null
                ? []
                : [t('wall.nextReport', { time: format.time(incident.nextReportAt) })]),
            ].join(' · ')}
          </Box>
          <Box component="ul" sx={{ m: 0, mt: 0.5, p: 0, listStyle: 'none' }}>
            {incident.waitsFor.slice(0, MOST_WAITING).map((waiting) => (
              <Box component="li" key={waiting.kind} sx={{ fontWeight: waiting.overdue ? 650 : 400 }}>
                {waitingText(waiting)} <CountDown instant={waiting.dueAt} />
              </Box>
            ))}
          </Box>
        </Box>
      ))}
      {open > items.length ? (
        <Box component="p" sx={{ m: 0 }}>
          {t('wall.moreIncidents', { count: open - items.length })}
        </Box>
      ) : null}
    </Box>
  );
}
