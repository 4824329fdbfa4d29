import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSources, removeSource, type Source } from '#contract/networks';
import { useChange } from '../api/use-endpoint.js';
import { ConfirmDialog } from '../shared/ConfirmDialog.js';
import { useNotify } from '../shared/Notices.js';

/** Takes a source away, with or without what it brought in. */
export function DisconnectDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [mentions, setMentions] = useState<'keep' | 'erase'>('keep');
  const remove = useChange(removeSource, {
    touches: [listSources],
    onDone: () => {
      notify({ text: t('sources.disconnected', { name: source.name }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('sources.disconnectOf', { name: source.name })}
      confirm={t('sources.disconnect')}
      colour="error"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ params: { sourceId: source.id }, query: { mentions } })}
      onClose={onClose}
    >
      <Stack spacing={2}>
        <Typography variant="body2">
          {t('sources.disconnectText')}
          {source.network === 'x' ? ` ${t('sources.disconnectRules')}` : ''}
        </Typography>
        <RadioGroup
          aria-label={t('sources.disconnectOf', { name: source.name })}
          value={mentions}
          onChange={({ target }) => setMentions(target.value === 'erase' ? 'erase' : 'keep')}
        >
          <FormControlLabel value="keep" control={<Radio />} label={t('sources.keepMentions')} />
          <FormControlLabel value="erase" control={<Radio />} label={t('sources.eraseMentions')} />
        </RadioGroup>
        {mentions === 'erase' ? (
          <Typography variant="body2" role="status">
            {t('sources.eraseHint')}
          </Typography>
        ) : null}
      </Stack>
    </ConfirmDialog>
  );
}
