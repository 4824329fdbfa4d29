import ClockIcon from '@mui/icons-material/Schedule';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useTranslation } from 'react-i18next';
import type { AnswerRequest } from '#contract/requests';
import { isOverdue } from '#rules/requests';
import { useFormat } from '../i18n/format.js';
import { useNow } from '../shared/use-now.js';

/** When the answer is due; says so in words and with a sign once the time has passed. Nothing while it is not waited for. */
export function DueClock({ request }: { request: Pick<AnswerRequest, 'state' | 'dueAt'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { state } = request;
  if (state !== 'open' && state !== 'drafted' && state !== 'in_review') return null;
  const late = isOverdue({ state, dueAt: new Date(request.dueAt) }, new Date(now));
  return (
    <Tooltip title={format.full(request.dueAt)} describeChild>
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.5,
          typography: 'body2',
          fontWeight: 650,
          whiteSpace: 'nowrap',
          color: late ? 'error.main' : 'text.primary',
        }}
      >
        <ClockIcon sx={{ fontSize: 18 }} aria-hidden="true" />
        {t(late ? 'requests.overdue' : 'requests.due', { when: format.relative(request.dueAt, now) })}
      </Box>
    </Tooltip>
  );
}
