import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EscalationSummary } from '#contract/escalation';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { DueClock } from './DueClock.js';
import { useEscalationTitle } from './use-escalation-title.js';

interface EscalationRowProps {
  escalation: EscalationSummary;
  current: boolean;
  search: string;
}

/** One escalation of the list: how bad, what is asked, of whom, and when it goes on. */
export function EscalationRow({ escalation, current, search }: EscalationRowProps) {
  const { t } = useTranslation();
  const departmentName = useDepartmentName();
  const title = useEscalationTitle();
  const live = escalation.asks.filter(({ nextAt }) => nextAt !== null);
  const soonest = [...live].sort((a, b) => ((a.nextAt ?? '') < (b.nextAt ?? '') ? -1 : 1))[0];
  const loudness = Math.max(0, ...live.map((ask) => ask.loudness));
  return (
    <ButtonBase
      component={Link}
      to={`/escalations/${escalation.id}${search}`}
      aria-current={current ? 'true' : undefined}
      sx={{
        display: 'grid',
        gap: 0.5,
        width: '100%',
        textAlign: 'start',
        px: 2,
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: current ? 'action.selected' : 'transparent',
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
        <LevelBadge level={escalation.level} />
        <Chip label={t(`escalations.state.${escalation.state}`)} variant="outlined" />
        {loudness > 0 ? (
          <Chip color="error" label={t('escalations.louder', { round: loudness + 1 })} />
        ) : null}
        <Box component="span" sx={{ flex: 1 }} />
        {soonest ? (
          <DueClock ask={soonest} />
        ) : (
          <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
            <RelativeTime instant={escalation.closedAt ?? escalation.decidedAt ?? escalation.openedAt} />
          </Typography>
        )}
      </Box>
      <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {title(escalation)}
      </Typography>
      {escalation.excerpt ? (
        <Typography
          component="span"
          variant="body2"
          noWrap
          sx={{ color: 'text.secondary', display: 'block', maxWidth: '100%' }}
        >
          {escalation.authorName ? `${escalation.authorName}${t('common.colon')}` : ''}
          {escalation.excerpt}
        </Typography>
      ) : null}
      <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
        {escalation.asks
          .filter(({ state }) => state !== 'withdrawn' && state !== 'handed_over')
          .map((ask) => (ask.departmentId ? departmentName(ask.departmentId) : t('escalations.byPolicy')))
          .join(' · ')}
        {escalation.mentions > 1 ? ` · ${t('escalations.mentions', { count: escalation.mentions })}` : ''}
      </Typography>
    </ButtonBase>
  );
}
