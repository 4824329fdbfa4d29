import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Notification } from '#contract/notifications';
import { LevelBadge } from '../shared/LevelBadge.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';
import { useNoticeText } from './use-notice-text.js';

/** One thing I was told; opening it reads it. */
export function NotificationRow({
  notification,
  onRead,
}: {
  notification: Notification;
  onRead: () => void;
}) {
  const { t } = useTranslation();
  const words = useNoticeText();
  const { title, detail } = words(notification);
  const unread = notification.readAt === null;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        rowGap: 0.5,
        px: 2,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
        borderInlineStart: 4,
        borderInlineStartColor: unread ? 'primary.main' : 'transparent',
        bgcolor: unread ? 'action.hover' : undefined,
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Link
          component={RouterLink}
          to={notification.link}
          color="inherit"
          onClick={unread ? onRead : undefined}
          sx={{ fontWeight: unread ? 650 : 400, overflowWrap: 'anywhere' }}
        >
          {unread ? <VisuallyHidden>{t('notifications.isUnread')} </VisuallyHidden> : null}
          {title}
        </Link>
        {detail ? (
          <Typography
            variant="body2"
            sx={{ color: 'text.secondary', overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
          >
            {detail}
          </Typography>
        ) : null}
      </Box>
      {notification.level > 0 ? <LevelBadge level={notification.level} /> : null}
      <Typography variant="caption" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
        <RelativeTime instant={notification.lastAt} />
      </Typography>
      {unread ? (
        <Button size="small" onClick={onRead} aria-label={t('notifications.markReadOf', { title })}>
          {t('notifications.markRead')}
        </Button>
      ) : null}
    </Box>
  );
}
