import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { NotificationPreferences } from '#contract/notifications';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { RelativeTime } from '../shared/RelativeTime.js';
import { usePush } from './use-push.js';

/** The browsers that are told by web push, this one among them or not. */
export function PushBrowsers({ preferences }: { preferences: NotificationPreferences }) {
  const { t } = useTranslation();
  const push = usePush(preferences);
  return (
    <Paper component="section" variant="outlined" aria-labelledby="push-title" sx={{ p: 2, mb: 2 }}>
      <Typography variant="h2" id="push-title">
        {t('notifications.push')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {t(`notifications.pushState.${push.state}`)}
      </Typography>
      {push.state === 'off' ? (
        <Button variant="outlined" loading={push.busy} onClick={push.turnOn}>
          {t('notifications.pushOn')}
        </Button>
      ) : null}
      {push.failed ? (
        <Alert severity="warning" role="alert" sx={{ mt: 1 }}>
          {t('notifications.pushFailed')}
        </Alert>
      ) : null}
      <ProblemAlert error={push.error} sx={{ mt: 1 }} />
      <Box component="ul" aria-labelledby="push-title" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {preferences.browsers.map((browser) => (
          <Box
            component="li"
            key={browser.id}
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1 }}
          >
            <Typography variant="body2" sx={{ flex: '1 1 160px' }}>
              {browser.label}
              {browser.id === push.mine?.id ? ` (${t('notifications.thisBrowser')})` : ''} ·{' '}
              <RelativeTime instant={browser.createdAt} />
            </Typography>
            <Button
              size="small"
              disabled={push.busy}
              onClick={() => push.turnOff(browser.id)}
              aria-label={t('notifications.pushOffOf', { browser: browser.label })}
            >
              {t('notifications.pushOff')}
            </Button>
          </Box>
        ))}
      </Box>
    </Paper>
  );
}
