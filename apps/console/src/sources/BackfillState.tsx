import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { cancelBackfill, listSources, type Source } from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useProblemText } from '../i18n/problem-text.js';
import { useMay } from '../session/session.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useNow } from '../shared/use-now.js';

/** How far the posts of the past have come in. */
export function BackfillState({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const may = useMay();
  const { ofCode } = useProblemText();
  const cancel = useChange(cancelBackfill, { touches: [listSources] });
  const { backfill } = source;
  if (!backfill) return null;
  const { state, from, reachedAt, progress, problem, finishedAt } = backfill;
  const stored = format.number(backfill.stored);
  const when = format.relative(finishedAt ?? backfill.startedAt, now);
  if (state === 'done' || state === 'cancelled') {
    // Many networks give only some days of their past.
    const reached = reachedAt === null ? null : format.date(reachedAt);
    const ended = state === 'done' && reached !== format.date(from) ? reached : null;
    return (
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {state === 'done'
          ? t('sources.pastDone', { from: format.date(from), when, stored })
          : t('sources.pastCancelled', { when, stored })}
        {ended !== null ? ` ${t('sources.pastEnded', { reached: ended })}` : ''}
        {problem ? ` ${ofCode(problem)} (${problem.detail})` : ''}
      </Typography>
    );
  }
  if (state === 'failed') {
    return (
      <Alert severity="warning" sx={{ py: 0 }}>
        {t('sources.pastFailed')} {problem ? `${ofCode(problem)} (${problem.detail})` : ''}
      </Alert>
    );
  }
  const words = t('sources.pastRunning', {
    from: format.date(from),
    percent: format.percent(progress),
    reached: format.date(reachedAt ?? backfill.startedAt),
    stored,
  });
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Typography variant="caption" component="p">
        {words}
        {problem ? ` · ${ofCode(problem)}` : ''}
      </Typography>
      <LinearProgress variant="determinate" value={progress * 100} aria-label={words} />
      {may('sources.write') ? (
        <Button
          size="small"
          sx={{ justifySelf: 'flex-start' }}
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ params: { sourceId: source.id } })}
        >
          {t('sources.pastStop')}
        </Button>
      ) : null}
      <ProblemAlert error={cancel.error} />
    </Box>
  );
}
