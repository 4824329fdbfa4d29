import SettingsIcon from '@mui/icons-material/Settings';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listNotifications, markNotificationsRead, readUnread } from '#contract/notifications';
import { useChange, usePages } from '../api/use-endpoint.js';
import { EmptyState } from '../shared/EmptyState.js';
import { KeysetList } from '../shared/KeysetList.js';
import { PageBody } from '../shared/PageBody.js';
import { PageHeader } from '../shared/PageHeader.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { NotificationRow } from './NotificationRow.js';

/** What I was told, newest first. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const unread = search.has('unread');
  const list = usePages(listNotifications, { query: { unread: unread ? 'true' : 'false', limit: 50 } });
  const mark = useChange(markNotificationsRead, { touches: [listNotifications, readUnread] });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const newest = items[0]?.lastAt;
  return (
    <PageBody>
      <PageHeader
        title={t('notifications.title')}
        lead={t('notifications.lead')}
        actions={
          <>
            <Button
              loading={mark.isPending}
              disabled={!items.some(({ readAt }) => readAt === null)}
              onClick={() => {
                if (newest) mark.mutate({ body: { until: newest } });
              }}
            >
              {t('notifications.markAll')}
            </Button>
            <Button component={Link} to="/notifications/preferences" startIcon={<SettingsIcon />}>
              {t('notifications.preferences')}
            </Button>
          </>
        }
      />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={unread ? 'unread' : 'all'}
        aria-label={t('notifications.filter')}
        sx={{ mb: 2 }}
        onChange={(_, next: 'all' | 'unread' | null) => {
          if (next) setSearch(next === 'unread' ? { unread: '' } : {}, { replace: true });
        }}
      >
        <ToggleButton value="all">{t('common.all')}</ToggleButton>
        <ToggleButton value="unread">{t('notifications.unread')}</ToggleButton>
      </ToggleButtonGroup>
      <ProblemAlert error={mark.error} sx={{ mb: 2 }} />
      <KeysetList
        query={list}
        empty={
          unread ? (
            <EmptyState
              title={t('notifications.noneUnread')}
              action={
                <Button onClick={() => setSearch({}, { replace: true })}>{t('notifications.showAll')}</Button>
              }
            />
          ) : (
            <EmptyState title={t('notifications.none')} text={t('notifications.noneText')} />
          )
        }
      >
        {(shown) => (
          <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
            <Box component="ul" aria-label={t('notifications.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {shown.map((one) => (
                <NotificationRow
                  key={one.id}
                  notification={one}
                  onRead={() => mark.mutate({ body: { ids: [one.id] } })}
                />
              ))}
            </Box>
          </Paper>
        )}
      </KeysetList>
    </PageBody>
  );
}
