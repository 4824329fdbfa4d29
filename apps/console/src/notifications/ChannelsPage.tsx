import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listNotificationChannels, type NotificationChannelView } from '#contract/notifications';
import { useEndpoint } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ChannelDialog } from './ChannelDialog.js';
import { ChannelRow } from './ChannelRow.js';

/** Chat rooms and programs that are told, and by what means this installation reaches people. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<NotificationChannelView | 'new' | null>(null);
  const list = useEndpoint(listNotificationChannels, {});
  const connect = (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setEditing('new')}>
      {t('channels.connect')}
    </Button>
  );
  return (
    <PageBody>
      <PageHeader
        title={t('channels.title')}
        lead={t('channels.lead')}
        actions={
          <>
            <Button component={Link} to="/channels/deliveries">
              {t('channels.deliveries')}
            </Button>
            {connect}
          </>
        }
      />
      {list.data ? (
        <>
          <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
            <Alert severity={list.data.mailFrom === null ? 'info' : 'success'}>
              {list.data.mailFrom === null
                ? t('channels.mailNotSetUp')
                : t('channels.mailFrom', { from: list.data.mailFrom })}
            </Alert>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('channels.pushBrowsers', { count: list.data.pushBrowsers })}
            </Typography>
          </Box>
          {list.data.items.length === 0 ? (
            <EmptyState title={t('channels.none')} text={t('channels.noneText')} action={connect} />
          ) : (
            <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
              <Box component="ul" aria-label={t('channels.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
                {list.data.items.map((channel) => (
                  <ChannelRow key={channel.id} channel={channel} onChange={() => setEditing(channel)} />
                ))}
              </Box>
            </Paper>
          )}
        </>
      ) : list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <LoadingState rows={3} />
      )}
      {editing ? (
        <ChannelDialog channel={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </PageBody>
  );
}
