import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type HookDeliveryView, listHookDeliveries, replayHookDelivery } from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useProblemText } from '../i18n/problem-text.js';
import { useMay } from '../session/session.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useNow } from '../shared/use-now.js';

interface HookDeliveryRowProps {
  sourceId: string;
  delivery: HookDeliveryView;
}

/** One delivery: when it came, what it brought or why it was refused, and the text as it came. */
export function HookDeliveryRow({ sourceId, delivery }: HookDeliveryRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const may = useMay();
  const notify = useNotify();
  const { ofCode } = useProblemText();
  const replay = useChange(replayHookDelivery, {
    touches: [listHookDeliveries],
    onDone: ({ stored, known }) => notify({ text: t('sources.replayDone', { stored, known }) }),
  });
  const { stored, known, erased, refused, problem, replays, replayedAt } = delivery;
  const taken = delivery.outcome === 'taken';
  const emptied = taken && delivery.bytes === 0;
  const facts = [
    format.dateTime(delivery.receivedAt),
    ...(emptied ? [] : [format.bytes(delivery.bytes)]),
    ...(taken ? [t('sources.deliveryCounts', { stored, known, erased, refused })] : []),
    ...(replayedAt
      ? [t('sources.replayed', { count: replays, when: format.relative(replayedAt, now) })]
      : []),
  ];
  return (
    <Box
      component="li"
      sx={{ px: 2, py: 1.25, display: 'grid', gap: 0.75, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Chip
          variant="outlined"
          color={taken ? 'success' : 'error'}
          label={t(taken ? 'sources.delivered' : 'sources.notTaken')}
        />
        <Typography variant="body2" sx={{ flex: '1 1 200px' }}>
          {facts.join(' · ')}
        </Typography>
        {taken && !emptied && may('sources.write') ? (
          <Button
            size="small"
            loading={replay.isPending}
            onClick={() => replay.mutate({ params: { sourceId, deliveryId: delivery.id } })}
          >
            {t('sources.replay')}
          </Button>
        ) : null}
      </Box>
      {problem ? (
        <Alert severity="warning" sx={{ py: 0 }}>
          {ofCode({ code: problem, detail: problem })}
        </Alert>
      ) : null}
      {emptied ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {ofCode({ code: 'delivery-emptied', detail: '' })}
        </Typography>
      ) : (
        <details>
          <Typography component="summary" variant="caption" sx={{ cursor: 'pointer' }}>
            {t('sources.showBody')}
          </Typography>
          <Box
            component="pre"
            sx={{
              m: 0,
              mt: 0.5,
              typography: 'caption',
              fontFamily: 'monospace',
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
            }}
          >
            {delivery.excerpt}
          </Box>
        </details>
      )}
      <ProblemAlert error={replay.error} />
    </Box>
  );
}
