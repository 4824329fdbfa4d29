import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeDashboardMail, type DashboardMail, readDashboardMail } from '#contract/dashboard';
import type { Realm } from '#platform/contract';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';

/** Asks for the situation by mail: each morning, and when a level moves. */
export function MailDialog({ realm, onClose }: { realm: Realm; onClose: () => void }) {
  const { t } = useTranslation();
  const titleId = useId();
  const wishes = useEndpoint(readDashboardMail, {});
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('dashboard.mailTitle')}</DialogTitle>
      {wishes.data ? (
        <Wishes realm={realm} wishes={wishes.data} nextAt={wishes.data.nextAt} onClose={onClose} />
      ) : wishes.error ? (
        <ErrorState error={wishes.error} onRetry={() => void wishes.refetch()} />
      ) : (
        <DialogContent>
          <LoadingState rows={3} />
        </DialogContent>
      )}
    </Dialog>
  );
}

const ZONES = Intl.supportedValuesOf('timeZone');
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

function Wishes({
  realm,
  wishes,
  nextAt,
  onClose,
}: {
  realm: Realm;
  wishes: DashboardMail;
  nextAt: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const asked = wishes.morning || wishes.atLevelChange;
  const [given, setGiven] = useState({
    morning: wishes.morning,
    hour: wishes.hour,
    timeZone: asked ? wishes.timeZone : HERE,
    atLevelChange: wishes.atLevelChange,
  });
  const change = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }));
  const save = useChange(changeDashboardMail, {
    touches: [readDashboardMail],
    onDone: () => {
      notify({ text: t('dashboard.mailSaved') });
      onClose();
    },
  });
  const zones = ZONES.includes(given.timeZone) ? ZONES : [given.timeZone, ...ZONES];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { ...given, realm } });
      }}
    >
      <DialogContent>
        <Stack spacing={2}>
          <Typography variant="body2">{t('dashboard.mailText')}</Typography>
          <FormControlLabel
            control={<Switch checked={given.morning} onChange={(_, morning) => change({ morning })} />}
            label={t('dashboard.morning')}
          />
          {given.morning ? (
            <Stack direction="row" spacing={1}>
              <TextField
                select
                label={t('dashboard.hour')}
                value={given.hour}
                onChange={({ target }) => change({ hour: Number(target.value) })}
                sx={{ width: 120 }}
              >
                {Array.from({ length: 24 }, (_, hour) => (
                  <MenuItem key={hour} value={hour}>
                    {`${String(hour).padStart(2, '0')}:00`}
                  </MenuItem>
                ))}
              </TextField>
              <TextField
                select
                label={t('dashboard.timeZone')}
                value={given.timeZone}
                onChange={({ target }) => change({ timeZone: target.value })}
                sx={{ flex: 1 }}
              >
                {zones.map((zone) => (
                  <MenuItem key={zone} value={zone}>
                    {zone}
                  </MenuItem>
                ))}
              </TextField>
            </Stack>
          ) : null}
          <FormControlLabel
            control={
              <Switch
                checked={given.atLevelChange}
                onChange={(_, atLevelChange) => change({ atLevelChange })}
              />
            }
            label={t('dashboard.atLevelChange')}
          />
          {nextAt ? (
            <Typography variant="caption">
              {t('dashboard.nextAt', { when: format.dateTime(nextAt) })}
            </Typography>
          ) : null}
          {save.error ? <ProblemAlert error={save.error} /> : null}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="contained" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </DialogActions>
    </form>
  );
}
