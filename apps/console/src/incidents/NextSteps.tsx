import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { IncidentDetail } from '#contract/crisis';
import { useLocalised } from '../i18n/localised.js';
import { useSession } from '../session/session.js';
import { CountDown } from './CountDown.js';
import { TAB_OF_WAITING, TO_PANEL } from './incident-tabs.js';
import { useWaitingText } from './WaitingFor.js';

const MOST = 4;

/** What to do now: what falls to oneself first, then what the incident waits for, each with its clock. */
export function NextSteps({ incident }: { incident: IncidentDetail }) {
  const { t } = useTranslation();
  const say = useLocalised();
  const me = useSession().person.id;
  const text = useWaitingText();
  if (incident.state === 'closed') return <Typography>{t('incidents.closedNow')}</Typography>;
  const mine = incident.tasks
    .filter(({ state, owner }) => state === 'open' && owner?.id === me)
    .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt))[0];
  const steps = incident.waitsFor.slice(0, MOST);
  return (
    <Box
      sx={{
        borderInlineStart: '4px solid',
        borderInlineStartColor: 'primary.main',
        pl: 1.5,
        display: 'grid',
        gap: 0.5,
      }}
    >
      <Typography variant="h3" component="h2">
        {t('incidents.now')}
      </Typography>
      {!mine && steps.length === 0 ? <Typography>{t('incidents.nothingNow')}</Typography> : null}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
        {mine ? (
          <Typography component="li" sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
            <Link component={RouterLink} to="?tab=checklist" state={TO_PANEL}>
              {t('incidents.myTask', { task: say(mine.label) })}
            </Link>{' '}
            <CountDown instant={mine.dueAt} />
          </Typography>
        ) : null}
        {steps.map((step) => {
          const tab = TAB_OF_WAITING[step.kind];
          return (
            <Typography component="li" key={step.kind} sx={{ fontWeight: step.overdue ? 650 : 400 }}>
              {tab ? (
                <Link component={RouterLink} to={`?tab=${tab}`} state={TO_PANEL}>
                  {text(step)}
                </Link>
              ) : (
                text(step)
              )}{' '}
              <CountDown instant={step.dueAt} />
            </Typography>
          );
        })}
      </Box>
    </Box>
  );
}
