import BellIcon from '@mui/icons-material/NotificationsNone';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readUnread } from '#contract/notifications';
import { LOUD_LEVEL } from '#rules/notifications';
import { type LiveSignal, useLive } from '../api/live.js';
import { useEndpoint } from '../api/use-endpoint.js';
import { useSession } from '../session/session.js';
import { useNotify } from '../shared/Notices.js';
import { VisuallyHidden } from '../shared/VisuallyHidden.js';
import { soundAlarm, unlockSound } from './alarm-tone.js';

const ARRIVALS = ['notification.arrived'] as const;

/** How much is unread, at the top of every page; sounds and says so when something loud arrives. */
export function NotificationBell() {
  const { t } = useTranslation();
  const notify = useNotify();
  const { person } = useSession();
  const unread = useEndpoint(readUnread, {}).data;
  const sound = unread?.sound ?? true;
  useEffect(unlockSound, []);
  useLive(
    ARRIVALS,
    useCallback(
      (signal: Extract<LiveSignal, { type: 'notification.arrived' }>) => {
        const mine = signal.people.find(({ personId }) => personId === person.id);
        if (!mine || mine.level < LOUD_LEVEL) return;
        if (sound) soundAlarm();
        notify({ text: t('notifications.loudArrived'), severity: 'warning' });
      },
      [person.id, sound, notify, t],
    ),
  );
  const count = unread?.count ?? 0;
  const label = count > 0 ? t('notifications.bellUnread', { count }) : t('notifications.bellNone');
  return (
    <Tooltip title={label}>
      <IconButton component={Link} to="/notifications" aria-label={label}>
        <Badge
          badgeContent={count}
          color={unread && unread.highestLevel >= LOUD_LEVEL ? 'error' : 'primary'}
          slotProps={{ badge: { 'aria-hidden': true } }}
        >
          <BellIcon />
        </Badge>
        <VisuallyHidden>
          <span role="status">{count > 0 ? label : ''}</span>
        </VisuallyHidden>
      </IconButton>
    </Tooltip>
  );
}
