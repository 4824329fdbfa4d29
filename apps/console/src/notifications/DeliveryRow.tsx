import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip, { type ChipProps } from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { listDeliveries, type NotificationDeliveryView, retryDelivery } from '#contract/notifications';
import { useChange } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useProblemText } from '../i18n/problem-text.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { useNow } from '../shared/use-now.js';
import { useNoticeText } from './use-notice-text.js';

const COLOUR: Record<NotificationDeliveryView['state'], ChipProps['color']> = {
  queued: 'info',
  sending: 'info',
  sent: 'success',
  failed: 'error',
  suppressed: 'default',
};

/** One message: to whom, about what, how far it came, and in words why not further. */
export function DeliveryRow({ delivery }: { delivery: NotificationDeliveryView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const words = useNoticeText();
  const { ofCode } = useProblemText();
  const retry = useChange(retryDelivery, { touches: [listDeliveries] });
  const { problem, settledAt } = delivery;
  const facts = [
    t(`channels.by.${delivery.by}`),
    settledAt
      ? format.relative(settledAt, now)
      : t('channels.dueAt', { when: format.relative(delivery.dueAt, now) }),
    t('channels.attempts', { count: delivery.attempts }),
  ];
  return (
    <Box
      component="li"
      sx={{
        px: 2,
        py: 1.25,
        display: 'grid',
        gap: 0.5,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={{ flex: '1 1 200px', fontWeight: 650 }}>
          {delivery.to}
        </Typography>
        <Chip
          variant="outlined"
          color={COLOUR[delivery.state]}
          label={t(`channels.states.${delivery.state}`)}
        />
      </Box>
      {delivery.items.map((item, index) => (
        <Typography key={index} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          <Link component={RouterLink} to={item.link}>
            {words(item).title}
          </Link>{' '}
          {words(item).detail}
        </Typography>
      ))}
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {facts.join(' · ')}
      </Typography>
      {problem ? (
        <Alert severity={delivery.state === 'failed' ? 'error' : 'info'} sx={{ py: 0 }}>
          {ofCode(problem)}
          {problem.detail && ofCode(problem) !== problem.detail ? ` (${problem.detail})` : ''}
        </Alert>
      ) : null}
      {delivery.state === 'failed' ? (
        <Button
          size="small"
          sx={{ justifySelf: 'flex-start' }}
          loading={retry.isPending}
          onClick={() => retry.mutate({ params: { deliveryId: delivery.id } })}
          aria-label={t('channels.retryOf', { to: delivery.to })}
        >
          {t('common.retry')}
        </Button>
      ) : null}
      <ProblemAlert error={retry.error} />
    </Box>
  );
}
