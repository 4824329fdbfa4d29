import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLevelSettings, readLevelSettings, readTopicLevel } from '#contract/levels';
import type { Realm, ResponseOf } from '#platform/contract';
import type { LevelSettings } from '#rules/levels';
import { useChange, useEndpoint } from '../api/use-endpoint.js';
import { useFormat } from '../i18n/format.js';
import { useMay } from '../session/session.js';
import { ErrorState } from '../shared/ErrorState.js';
import { LoadingState } from '../shared/LoadingState.js';
import { useNotify } from '../shared/Notices.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { SettingsFields } from './SettingsFields.js';
import { SettingsPreview } from './SettingsPreview.js';

interface LevelSettingsDialogProps {
  topic: { id: string; name: string };
  realm: Realm;
  onClose: () => void;
}

/** The settings of levels, tried on the past of the topic that one comes from. */
export function LevelSettingsDialog({ topic, realm, onClose }: LevelSettingsDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const reading = useEndpoint(readLevelSettings, {});
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md">
      <DialogTitle id={titleId}>{t('levels.edit.title')}</DialogTitle>
      {reading.data ? (
        <Editor
          key={reading.data.version}
          stored={reading.data}
          topic={topic}
          realm={realm}
          onClose={onClose}
        />
      ) : (
        <DialogContent>
          {reading.error ? (
            <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />
          ) : (
            <LoadingState rows={4} height={48} />
          )}
        </DialogContent>
      )}
    </Dialog>
  );
}

interface EditorProps extends LevelSettingsDialogProps {
  stored: ResponseOf<typeof readLevelSettings>;
}

function Editor({ stored, topic, realm, onClose }: EditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const may = useMay();
  const [settings, setSettings] = useState<LevelSettings>(stored.settings);
  const [reason, setReason] = useState('');
  const change = useChange(changeLevelSettings, {
    touches: [readLevelSettings, readTopicLevel],
    onDone: ({ version }) => {
      notify({ text: t('levels.edit.saved', { version }) });
      onClose();
    },
  });
  const editable = may('levels.settings');
  const changed = JSON.stringify(settings) !== JSON.stringify(stored.settings);
  return (
    <>
      <DialogContent>
        <Stack spacing={2}>
          <Typography variant="body2">{t('levels.edit.lead', { version: stored.version })}</Typography>
          {editable ? null : <Alert severity="info">{t('levels.edit.readOnly')}</Alert>}
          <SettingsFields settings={settings} onChange={setSettings} />
          <Box>
            <Button size="small" onClick={() => setSettings(stored.defaults)}>
              {t('levels.edit.defaults')}
            </Button>
          </Box>
          <SettingsPreview topic={topic} realm={realm} settings={settings} />
          {editable ? (
            <TextField
              required
              label={t('levels.edit.reason')}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
          ) : null}
          <ProblemAlert error={change.error} />
          {stored.versions.length > 0 ? (
            <Box>
              <Typography variant="body2" component="h3" sx={{ fontWeight: 650 }}>
                {t('levels.edit.versions')}
              </Typography>
              {stored.versions.map(({ version, at, by, reason: why }) => (
                <Typography key={version} variant="caption" component="p">
                  {t('levels.edit.versionOf', {
                    version,
                    when: format.dateTime(at),
                    name: by?.name ?? '–',
                    reason: why,
                  })}
                </Typography>
              ))}
            </Box>
          ) : null}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        {editable ? (
          <Button
            variant="contained"
            loading={change.isPending}
            disabled={!changed || reason.trim() === ''}
            onClick={() => change.mutate({ body: { version: stored.version, settings, reason } })}
          >
            {t('levels.edit.save')}
          </Button>
        ) : null}
      </DialogActions>
    </>
  );
}
