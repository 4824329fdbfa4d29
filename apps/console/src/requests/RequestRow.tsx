import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { AnswerRequest } from '#contract/requests';
import { DepartmentChips } from '../shared/DepartmentChips.js';
import { LevelBadge } from '../shared/LevelBadge.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { DueClock } from './DueClock.js';
import { RequestStateChip } from './RequestStateChip.js';

/** One request of the list: what is asked, by when, of whom, and how many wait. */
export function RequestRow({ request }: { request: AnswerRequest }) {
  const { t } = useTranslation();
  return (
    <Box
      component="article"
      sx={{
        display: 'grid',
        gap: 0.75,
        p: 2,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
        <LevelBadge level={request.level} />
        <RequestStateChip state={request.state} />
        <DueClock request={request} />
      </Box>
      <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
        <Link
          component={RouterLink}
          to={`/requests/${request.id}`}
          data-row-link
          color="inherit"
          underline="hover"
        >
          {request.question}
        </Link>
      </Typography>
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
        {t('requests.said', { text: request.excerpt })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
        <DepartmentChips departmentIds={request.departmentIds} />
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('requests.by', { name: request.askedBy.name })} · <RelativeTime instant={request.askedAt} /> ·{' '}
          {t('requests.mentions', { count: request.mentions.attached })}
          {request.mentions.proposed > 0
            ? ` · ${t('requests.proposed', { count: request.mentions.proposed })}`
            : ''}
        </Typography>
      </Box>
    </Box>
  );
}
