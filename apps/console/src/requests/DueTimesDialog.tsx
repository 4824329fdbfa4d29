import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeRequestSettings, readRequestSettings, type RequestSettings } from '#contract/requests';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';
import { LEVEL_CODES, LEVEL_NUMBERS } from '../theme/levels.js';

/** Within what time an answer is due at each level: read by everybody, set by those who may. */
export function DueTimesDialog({ onClose }: { onClose: () => void }) {
  const settings = useEndpoint(readRequestSettings, {});
  return settings.data ? (
    <DueTimesForm key={settings.data.version} stored={settings.data} onClose={onClose} />
  ) : null;
}

function DueTimesForm({ stored, onClose }: { stored: RequestSettings; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const editable = useMay()('levels.settings');
  const [minutes, setMinutes] = useState(stored.minutes.map(String));
  const [reason, setReason] = useState('');
  const change = useChange(changeRequestSettings, {
    touches: [readRequestSettings],
    onDone: ({ version }) => {
      notify({ text: t('requests.times.saved', { version }) });
      onClose();
    },
  });
  const given = minutes.map(Number);
  const complete = given.every((one) => Number.isInteger(one) && one > 0);
  const changed = given.some((one, level) => one !== stored.minutes[level]);
  return (
    <ConfirmDialog
      open
      title={t('requests.times.title')}
      confirm={t('common.save')}
      busy={change.isPending}
      disabled={!editable || !complete || !changed || reason.trim() === ''}
      error={change.error}
      onConfirm={() => change.mutate({ body: { version: stored.version, minutes: given, reason } })}
      onClose={onClose}
    >
      <Typography variant="body2">{t('requests.times.text')}</Typography>
      {editable ? null : (
        <Alert severity="info" sx={{ mt: 2 }}>
          {t('requests.times.readOnly')}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 2, mt: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {LEVEL_NUMBERS.map((level) => (
          <TextField
            key={level}
            type="number"
            disabled={!editable}
            label={t('requests.times.minutes', {
              level,
              name: t(`vocabulary.level.${LEVEL_CODES[level]}`),
            })}
            value={minutes[level] ?? ''}
            onChange={({ target }) =>
              setMinutes(minutes.map((one, index) => (index === level ? target.value : one)))
            }
            slotProps={{ htmlInput: { min: 1, max: 10_080 } }}
          />
        ))}
      </Box>
      {editable ? (
        <Box sx={{ display: 'grid', gap: 1, mt: 2, justifyItems: 'start' }}>
          <Button size="small" onClick={() => setMinutes(stored.defaults.map(String))}>
            {t('requests.times.defaults')}
          </Button>
          <TextField
            required
            fullWidth
            label={t('requests.times.reason')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        </Box>
      ) : null}
      <Versions versions={stored.versions} />
    </ConfirmDialog>
  );
}

function Versions({ versions }: Pick<RequestSettings, 'versions'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (versions.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="body2" component="h3" sx={{ fontWeight: 650 }}>
        {t('requests.times.versions')}
      </Typography>
      {versions.map(({ version, at, by, reason, minutes }) => (
        <Typography key={version} variant="caption" component="p">
          {t('requests.times.versionOf', {
            version,
            when: format.dateTime(at),
            name: by?.name ?? '–',
            minutes: minutes.join(' · '),
            reason,
          })}
        </Typography>
      ))}
    </Box>
  );
}
