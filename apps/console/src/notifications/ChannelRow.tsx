import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  changeNotificationChannel,
  listNotificationChannels,
  type NotificationChannelView,
  removeNotificationChannel,
  tryNotificationChannel,
} from '#contract/notifications';
import { useChange } from '../api/use-endpoint.js';
import { useProblemText } from '../i18n/problem-text.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useDepartmentName } from '../shared/DepartmentChips.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** A channel: what goes to it, how it went, and a trial. */
export function ChannelRow({
  channel,
  onChange,
}: {
  channel: NotificationChannelView;
  onChange: () => void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { ofCode } = useProblemText();
  const departmentName = useDepartmentName();
  const [removing, setRemoving] = useState(false);
  const touches = [listNotificationChannels];
  const change = useChange(changeNotificationChannel, { touches });
  const remove = useChange(removeNotificationChannel, { touches, onDone: () => setRemoving(false) });
  const trial = useChange(tryNotificationChannel, {
    onDone: ({ sent, code, detail }) =>
      sent
        ? notify({ text: t('channels.trialSent', { name: channel.name }) })
        : notify({
            text: t('channels.trialFailed', {
              problem: ofCode({ code: code ?? '', detail: detail ?? '' }),
              detail: detail ?? '',
            }),
            severity: 'error',
          }),
  });
  const params = { channelId: channel.id };
  const { name } = channel;
  const facts = [
    t(`channels.kind.${channel.kind}`),
    channel.host,
    channel.departmentId === null ? t('channels.wholeWorkspace') : departmentName(channel.departmentId),
    t('channels.fromLevel', { level: channel.minLevel }),
    t('channels.kinds', { count: channel.kinds.length }),
  ];
  return (
    <Box
      component="li"
      sx={{ px: 2, py: 1.25, display: 'grid', gap: 0.75, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="h3" component="h2" sx={{ flex: '1 1 200px' }}>
          {name}
        </Typography>
        <Chip
          variant="outlined"
          color={channel.active ? 'success' : 'default'}
          label={t(channel.active ? 'channels.active' : 'channels.inactive')}
        />
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {facts.join(' · ')}
      </Typography>
      <Typography variant="caption" component="p">
        <Link to={`/channels/deliveries?channel=${channel.id}`}>
          {t('channels.sentFailed', { sent: channel.sent, failed: channel.failed })}
        </Link>
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          size="small"
          loading={trial.isPending}
          onClick={() => trial.mutate({ params })}
          aria-label={t('channels.tryOf', { name })}
        >
          {t('channels.try')}
        </Button>
        <Button
          size="small"
          loading={change.isPending}
          onClick={() => change.mutate({ params, body: { active: !channel.active } })}
          aria-label={t(channel.active ? 'channels.pauseOf' : 'channels.resumeOf', { name })}
        >
          {t(channel.active ? 'channels.pause' : 'channels.resume')}
        </Button>
        <Button size="small" onClick={onChange} aria-label={t('channels.changeOf', { name })}>
          {t('channels.change')}
        </Button>
        <Button
          size="small"
          color="error"
          onClick={() => setRemoving(true)}
          aria-label={t('channels.removeOf', { name })}
        >
          {t('common.remove')}
        </Button>
      </Box>
      <ProblemAlert error={change.error ?? trial.error} />
      <ConfirmDialog
        open={removing}
        title={t('channels.removeOf', { name })}
        confirm={t('common.remove')}
        colour="error"
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ params })}
        onClose={() => setRemoving(false)}
      >
        {t('channels.removeText')}
      </ConfirmDialog>
    </Box>
  );
}
