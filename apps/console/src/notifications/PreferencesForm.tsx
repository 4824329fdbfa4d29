import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeNotificationPreferences,
  type NotificationPreferences,
  readNotificationPreferences,
  readUnread,
} from '#contract/notifications';
import { DIGESTS } from '#rules/notifications';
import { useChange } from '../api/use-endpoint.js';
import { useFieldErrors } from '../i18n/problem-text.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { KindChoices } from './KindChoices.js';
import { soundAlarm } from './alarm-tone.js';

const ZONES = Intl.supportedValuesOf('timeZone');
const FIRST_QUIET = { from: '20:00', until: '08:00' };

export function PreferencesForm({ preferences }: { preferences: NotificationPreferences }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const cache = useQueryClient();
  const [given, setGiven] = useState(preferences.preference);
  const save = useChange(changeNotificationPreferences, {
    touches: [readUnread],
    onDone: (answer) => {
      cache.setQueryData([readNotificationPreferences.path, {}], answer);
      notify({ text: t('notifications.saved') });
    },
  });
  const errors = useFieldErrors(save.error);
  const change = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }));
  const { quiet } = given;
  const zones = ZONES.includes(given.timeZone) ? ZONES : [given.timeZone, ...ZONES];
  return (
    <Stack
      component="form"
      spacing={2}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: given });
      }}
    >
      <Paper component="section" variant="outlined" aria-labelledby="when-title" sx={{ p: 2 }}>
        <Typography variant="h2" id="when-title" sx={{ mb: 1.5 }}>
          {t('notifications.when')}
        </Typography>
        <Stack spacing={2}>
          <TextField
            select
            label={t('notifications.digest')}
            helperText={t(preferences.means.mail ? 'notifications.digestHint' : 'notifications.mailNotSetUp')}
            value={given.digest}
            onChange={({ target }) =>
              change({ digest: DIGESTS.find((one) => one === target.value) ?? given.digest })
            }
            sx={{ maxWidth: 420 }}
          >
            {DIGESTS.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`notifications.digests.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          {given.digest === 'daily' ? (
            <Clock
              label={t('notifications.dailyAt')}
              value={given.dailyAt}
              error={errors['dailyAt']}
              onChange={(dailyAt) => change({ dailyAt })}
            />
          ) : null}
          <FormControlLabel
            control={
              <Switch
                checked={quiet !== null}
                onChange={({ target }) => change({ quiet: target.checked ? FIRST_QUIET : null })}
              />
            }
            label={t('notifications.quiet')}
          />
          {quiet ? (
            <Stack direction="row" spacing={2} sx={{ flexWrap: 'wrap', rowGap: 2 }}>
              <Clock
                label={t('notifications.quietFrom')}
                value={quiet.from}
                error={errors['quiet.from']}
                onChange={(from) => change({ quiet: { ...quiet, from } })}
              />
              <Clock
                label={t('notifications.quietUntil')}
                value={quiet.until}
                error={errors['quiet.until']}
                onChange={(until) => change({ quiet: { ...quiet, until } })}
              />
            </Stack>
          ) : null}
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('notifications.loudBreaks')}
          </Typography>
          <TextField
            select
            label={t('notifications.timeZone')}
            value={given.timeZone}
            error={Boolean(errors['timeZone'])}
            helperText={errors['timeZone']}
            onChange={({ target }) => change({ timeZone: target.value })}
            sx={{ maxWidth: 420 }}
          >
            {zones.map((zone) => (
              <MenuItem key={zone} value={zone}>
                {zone}
              </MenuItem>
            ))}
          </TextField>
          <Stack direction="row" spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap', rowGap: 1 }}>
            <FormControlLabel
              control={
                <Switch checked={given.sound} onChange={({ target }) => change({ sound: target.checked })} />
              }
              label={t('notifications.sound')}
            />
            <Button size="small" onClick={() => void soundAlarm()}>
              {t('notifications.soundTry')}
            </Button>
          </Stack>
        </Stack>
      </Paper>
      <KindChoices
        kinds={given.kinds}
        mail={preferences.means.mail}
        push={preferences.browsers.length > 0}
        onChange={(kinds) => change({ kinds })}
      />
      <ProblemAlert error={save.error} shownFields={['timeZone', 'dailyAt', 'quiet.from', 'quiet.until']} />
      <Button type="submit" variant="contained" loading={save.isPending} sx={{ alignSelf: 'flex-start' }}>
        {t('common.save')}
      </Button>
    </Stack>
  );
}

interface ClockProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Clock({ label, value, error, onChange }: ClockProps) {
  return (
    <TextField
      type="time"
      required
      label={label}
      value={value}
      error={Boolean(error)}
      helperText={error}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ width: 180 }}
    />
  );
}
